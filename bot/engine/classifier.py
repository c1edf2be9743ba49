"""The intent classifier: Rasa's logistic regression over rows of even length, so that long texts are not surer."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, diags

from .normaliser import normalise

LEAST_KNOWN = 2.2
"""Known words and grams a character: 3 and more where a line means something to us, 1 to 2 in 蟑螂 or a row of x."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class EvenClassifier(LogisticRegressionClassifier):
    """Scale each row by the length of its text.

    Raw counts make a long text certain of anything. Scaling by the text, not by the row, leaves a text of unknown
    words with a small row and so with little confidence.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return Rasa's settings and `scale`, the weight of a row (larger is surer)."""
        return {**LogisticRegressionClassifier.get_default_config(), "scale": 3.0}

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message its intent; a text of which next to nothing was ever seen has none."""
        known = [message for message in messages if self._known(message) >= LEAST_KNOWN]
        for message in messages:
            message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
        if known:
            super().process(known)
        return messages

    def _known(self, message: Message) -> float:
        """Return how many known words and grams there are for each character of a text, blanks aside."""
        characters = len("".join(normalise(message.get(TEXT) or "").split()))
        return float(csr_matrix(super()._create_X([message])).sum()) / characters if characters else 0.0

    def _create_X(self, messages: list[Message]) -> csr_matrix:
        rows = csr_matrix(super()._create_X(messages))
        lengths = np.array([len(normalise(message.get(TEXT))) for message in messages], dtype=float)
        return csr_matrix(diags(self.config["scale"] / np.sqrt(lengths + 2.0)) @ rows)
