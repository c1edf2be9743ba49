"""Repeating what was asked, as somebody does who has to pass: "How many left last year? I would have to ask." """

from __future__ import annotations

import re

from .asked import last_question, question_types

LONGEST = {"zh": 15, "en": 11}
"""Signs (zh) or words (en) of a question that is repeated."""

_LEAD_ZH = re.compile(
    r"^(?:那么|那(?![件个家次位年天种台套边里些几回])|对了|请问(?:一下)?|另外|还有|所以|嗯|哦|好的|好|不过|但是|而且|顺便|我?想(?:问|请教|了解|知道)(?:一下|下)?|方便(?:问|"
    r"说)一?下|能不能|"
    r"[一-龥]{1,3}(?:总|主任|院长|工|局长|处长|行长|老师|经理|总监|科长|厂长|先生|女士|大姐|师傅)(?=[，,]))[，,\s]*"
)
_NOT_ZH = re.compile(
    r"(?<!们)我(?!们)|自己|个人|本人|觉得|认为|您看|贵姓|如果|要是|假如|他们俩|前任|压力|一起吃|(?:多久|多长|几年|多少年).{0,3}了|[您你](?:在这|来这|到这|当|坐|干|之前|"
    r"以前)|[您你](?:怕|想|愿意|希望|担心|喜欢)"
)
_LEAD_EN = re.compile(
    r"(?i)^(?:and|so|but|then|well|okay|ok|right|sorry|hm+|alright|by the way|also|now|actually|honestly|"
    r"(?:mr|ms|mrs|dr|director|president)\.? \w+|may i ask|can i ask|could i ask|tell me)\b[,:]?\s+"
)
_NOT_EN = re.compile(
    r"(?i)\b(?:i|i'm|i'd|me|my|mine|myself|yourself|yourselves|personally|you (?:think|feel|want|like|see|mean|"
    r"mentioned|said)|"
    r"(?:have|had) you (?:been|worked)|(?:did|do) you (?:join|start|come|report)|before you|on you|your (?:job|"
    r"role|career|boss|"
    r"background|predecessor|life|family)|would you|could you|can you|if|your (?:view|opinion|own|name|feeling))\b"
)
_OBJECT = re.compile(
    r"(?i)\b(for|to|with|from|of|at|on|by|about|than|tell|told|gives?|gave|costs?|help\w*|bother\w*|worr\w*|hits?|"
    r"lets?|asks?|"
    r"asked|affect\w*|hurts?|keeps?|calls?|called|against|behind|took|takes?|bring\w*|brought|leave|left)\s+you\b|"
    r"\byou(?=[?.!]*$)"
)
_SWAP_EN = {
    "you": "we",
    "your": "our",
    "yours": "ours",
    "you're": "we're",
    "you've": "we've",
    "you'd": "we'd",
    "you'll": "we'll",
}
_WORD = re.compile(r"[A-Za-z']+")


def echo(text: str, language: str) -> str | None:
    """Return the question as the one who is asked repeats it; None where that would not do."""
    asked = last_question(text, language).strip()
    asked = _english(asked) if language == "en" else _chinese(asked)
    size = len(asked.split()) if language == "en" else len(asked)
    if not (2 if language == "en" else 4) < size <= LONGEST[language] or not question_types(text, language):
        return None
    return asked


def _chinese(text: str) -> str:
    while (cut := _LEAD_ZH.sub("", text, count=1)) != text:
        text = cut
    if _NOT_ZH.search(text):
        return ""
    text = re.sub(
        r"贵公司|贵司|贵厂|贵院|贵单位|[您你]们?(?:这边|这里|这儿|那边|公司)|[您你]们|[您你](?:家)?(?=手下|团队|[一-龥]{0,3}的)|咱们?",
        "我们",
        text,
    )
    text = re.sub(r"[您你]", "我", text)
    return re.sub(r"(?:吗|呢|呀|啊|吧)?[?？。.！!\s]*$", "", text) + "？"


def _english(text: str) -> str:
    while (cut := _LEAD_EN.sub("", text, count=1)) != text:
        text = cut
    if _NOT_EN.search(text) or re.search(r"(?i)\b(?:we|us|our)\b", text):
        return ""
    text = _OBJECT.sub(lambda m: m.group()[:-3] + "us", text)
    text = _WORD.sub(lambda m: _SWAP_EN.get(m.group().lower(), m.group()), text).rstrip(" ?.!,")
    return f"{text[:1].upper()}{text[1:]}?" if text else ""
