"""The tokeniser of Rasa's pipeline: Jieba over Simplified, lower-case text, so that scripts and cases read alike."""

from __future__ import annotations

import logging

import jieba
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.jieba_tokenizer import JiebaTokenizer
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.training_data.message import Message

from bot.language import clean, to_simplified

jieba.setLogLevel(logging.WARNING)

LONGEST = 400
"""Characters that are read: navigation is short, and a pasted page must not cost a second."""


def normalise(text: str) -> str:
    """Return `text` as the intents are learned: cleaned, Simplified, lower case, at most `LONGEST` characters."""
    return to_simplified(clean(text[: 2 * LONGEST])).lower()[:LONGEST]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class NormalisingTokenizer(JiebaTokenizer):
    """Tokenise Chinese and English after normalising them; blanks are no tokens."""

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Return the tokens of an attribute of `message`, with their place in the normalised text."""
        pieces = jieba.tokenize(normalise(message.get(attribute)))
        tokens = [Token(word, start) for word, start, _ in pieces if not word.isspace()]
        return list(self._apply_token_pattern(tokens))
