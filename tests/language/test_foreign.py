"""Which sentences are refused for their language, and which names and short lines are not."""

import pytest

from bot.language import is_unsupported


@pytest.mark.parametrize(
    "text",
    [
        "価格を教えてください",
        "御社の製品について質問があります",
        "こんにちは",
        "안녕하세요",
        "이 제품의 가격이 얼마인지 알고 싶습니다",
        "Сколько стоит ваша система?",
        "Привет",
        "Hola, ¿cómo estás?",
        "Nuestro cliente dice que el precio es muy alto",
        "Bonjour, je voudrais savoir le prix",
        "Le client trouve que c'est trop cher et veut réfléchir encore.",
        "Der Kunde findet es zu teuer und will noch überlegen",
        "Wir haben ein Problem mit dem Kunden und der Preis ist zu hoch",
        "Ciao, quanto costa? Il nostro cliente vorrebbe sapere il prezzo perché abbiamo poco tempo",
        "كم سعر هذا المنتج من فضلك",
        "ราคาเท่าไหร่ครับสำหรับรุ่นนี้",
        "Khách hàng nói giá của chúng tôi cao",
    ],
)
def test_other_languages_are_seen(text):
    assert is_unsupported(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "500",
        "👍",
        "Juan de la Cruz",
        "Société Générale",
        "Grupo Bimbo, Mexico",
        "トヨタ",
        "トヨタ自動車",
        "くら寿司",
        "Газпром",
        "Иван Петров",
        "삼성전자",
        "客户是ユニクロ，他们要五百套",
        "我の最爱",
        "The customer is Volkswagen und Partner, they want a lower price",
        "We sell to Los Angeles and Las Vegas for the Salinas group",
        "Why did Deutsche Bahn pick them?",
        "They came back with a no: com est des Alpes",
        "En un mot",
    ],
)
def test_names_and_short_lines_pass(text):
    assert not is_unsupported(text)
