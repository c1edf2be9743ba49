"""Whether a text is in a language that Peilian does not speak. Conservative: names and short lines pass."""

from __future__ import annotations

import re
import unicodedata

from .script import HAN

OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]"
)
HIRAGANA = re.compile(r"[\u3041-\u309f]")
KANA = re.compile(r"[\u3041-\u30ff]")
THAI = re.compile(r"[\u0e00-\u0e7f]")
SENTENCE_END = re.compile(r"[.?!。？！؟]\s*$")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

GREETINGS = frozenset(
    "привет здравствуйте спасибо こんにちは おはようございます ありがとう ありがとうございます 안녕하세요 감사합니다 "
    "hola bonjour bonsoir merci ciao grazie olá obrigado obrigada danke gracias สวัสดี مرحبا שלום नमस्ते".split()
)

# Only words that are no English words and stand in few names: `de`, `la`, `van`, `der`, `die` are missing on purpose.
LATIN_LANGUAGES = tuple(
    frozenset(words.split())
    for words in (
        "hola qué que cómo está están estoy estás los las una unas por para con pero muy usted ustedes quiero necesito "
        "gracias porque cuando cuándo dónde cuánto cuesta hay tiene tenemos nuestro nuestra cliente precio puede sí es",
        "bonjour merci les des une est sont vous nous je tu il elle pas pour avec dans mais très votre notre voudrais "
        "c'est qu'est j'ai quel quelle comment pourquoi combien prix besoin faut cela être avez avons",
        "hallo danke und ist sind nicht ich wir sie ein eine einen für mit haben habe hat auf wie warum können möchte "
        "unser unsere kunde preis wieviel aber auch noch bitte guten dass",
        "olá obrigado não uma você vocês são está com para por mas muito nosso nossa preço cliente quero preciso "
        "como quando quanto onde isso tem temos",
        "ciao grazie che sono una per con molto nostro nostra cliente prezzo vorrei quanto perché come quando dove "
        "questo abbiamo avete buongiorno gli della",
        "không của là và cho tôi bạn chúng được có này khách hàng giá bao nhiêu xin chào cảm ơn",
        "yang dan tidak saya kami untuk dengan apa bagaimana berapa harga pelanggan terima kasih ini itu",
    )
)
ENGLISH = frozenset(
    "the a an of to in is are was it and for on with you your we our i my how what why when who that this do does can "
    "could would should not have has be at they their me more us if or from".split()
)


def is_unsupported(text: str) -> bool:
    """Say whether `text` is a sentence in neither Chinese nor English (Japanese, Korean, Russian, Spanish, French, …)."""
    text = unicodedata.normalize("NFC", text)
    words = WORD.findall(text)
    if 0 < len(words) <= 2 and all(word.lower() in GREETINGS for word in words):
        return True
    return _is_japanese(text) or _is_other_script(text, words) or _is_other_latin(text, words)


def _is_japanese(text: str) -> bool:
    # Hiragana carries the grammar; names in katakana, and single の in Chinese, are none.
    letters = sum(c.isalpha() for c in text)
    return letters >= 6 and len(HIRAGANA.findall(text)) >= 2 and 4 * len(KANA.findall(text)) >= letters


def _is_other_script(text: str, words: list[str]) -> bool:
    letters = sum(c.isalpha() for c in text)
    if 2 * len(OTHER_SCRIPT.findall(text)) <= letters or letters < 2 or KANA.search(text):
        return False
    capitalised = all(word[0].isupper() for word in words)
    long_without_blanks = len(THAI.findall(text)) >= 12
    return bool(SENTENCE_END.search(text)) or (len(words) >= 3 and not capitalised) or long_without_blanks


def _is_other_latin(text: str, words: list[str]) -> bool:
    if HAN.search(text) or len(words) < 3:
        return False
    lower = [word.lower().replace("’", "'") for word in words]
    english = sum(word in ENGLISH for word in lower)
    foreign = max(len({word for word in lower if word in language}) for language in LATIN_LANGUAGES)
    marked = "¿" in text or "¡" in text
    return foreign > english and foreign * 5 >= len(words) and (foreign >= 2 or (marked and foreign >= 1))
