"""Texts as weighted grams."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.language.grams import grams
from bot.language.reader import Reader

TEXTS = ["Who decides on the budget?", "谁来定预算？", "Who signs the contract, and when?", "合同谁签，什么时候签？"]


def fitted(least=1, dtype=np.float64):
    reader = Reader(least, dtype)
    return reader, reader.fit(TEXTS)


@given(st.one_of(st.text(), st.lists(st.sampled_from(TEXTS)).map(" ".join)))
def test_a_text_is_read_as_the_library_reads_it(text):
    library = TfidfVectorizer(analyzer=grams, sublinear_tf=True).fit(TEXTS)
    assert np.allclose(fitted()[0].transform([text]).toarray(), library.transform([text]).toarray())


@pytest.mark.parametrize("least", [1, 2])
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_what_it_was_fitted_to_is_read_again_alike(least, dtype):
    reader, read = fitted(least, dtype)
    assert np.allclose(reader.transform(TEXTS).toarray(), read.toarray(), atol=1e-6)
    assert reader.transform(TEXTS).dtype == dtype


def test_a_text_without_known_grams_and_no_text_at_all_are_empty():
    reader, read = fitted()
    columns, weights = reader.read("？？")
    assert len(columns) == len(weights) == 0
    assert reader.transform([]).shape == (0, read.shape[1])
