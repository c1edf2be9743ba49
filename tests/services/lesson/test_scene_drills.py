# ruff: noqa: E501
"""The scene at the end of six lessons, with the trained judge: an average good learner passes, a pitcher does not."""

import pytest

from bot.coach.lesson.drills import Scene
from bot.judge import load_judge
from bot.services.lesson.book import Book
from bot.services.practice import Who
from bot.settings import ROOT
from tests.services.lesson.learner import COURSE, Learner, make

GOOD = {
    (
        16,
        "zh-Hans",
    ): "您好，演示待会儿看，先请教一下，你们涂布有几条线？|现在涂布最麻烦的是哪一块？|有没有什么地方您不太满意？|"
    "出了问题一般多久才能发现？",
    (
        16,
        "en",
    ): "Happy to show it later. May I first ask how many lines you have?|What is giving you trouble in coating at the "
    "moment?|Where does the process go wrong?|What are you not happy with in the present inspection?",
    (17, "zh-Hans"): "您好，您这边现在一年做多少单？|旺季最头疼的是什么？|拖了交货，客户会不会不满意，有什么后果？|"
    "这样下来一年要多花多少成本？|车间和销售会不会因为这个闹矛盾？",
    (
        17,
        "en",
    ): "Thank you for the tea. How many orders do you make in a year?|What is the most difficult part of the busy "
    "season for you?|When a delivery is late, what do the customers do?|How much does it cost you to catch up?|"
    "How does that affect the people in the shop?",
    (
        28,
        "zh-Hans",
    ): "顾总，我明白，这不是小事，您谨慎是应该的。|除了价格，您心里还有什么不放心的？|切换那天您最怕出什么问题？|"
    "您的调度员用新系统，您担心吗？|签完以后，您对我们的服务有什么顾虑？",
    (
        28,
        "en",
    ): "I understand, that is a big decision and it is right to be careful.|Apart from the price, what still worries "
    "you?|What are you afraid could go wrong on the night of the switch?|How will your dispatchers take it, is that a "
    "concern?|What worries you about our service after you sign?",
    (
        31,
        "zh-Hans",
    ): "价格好商量，先了解一下，今年降本任务难不难完成？|降本上您最头疼的是什么？|价格压得太低，会不会影响质量？|"
    "服务部对门机有什么抱怨？|召修一年要花多少钱？",
    (
        31,
        "en",
    ): "We will find a price. First, what makes your savings target difficult this year?|Where do you get stuck?|"
    "When prices are pressed that hard, what happens to the quality of the parts?|What do the service people complain "
    "about?|What does all that cost you in a year?",
    (32, "zh-Hans"): "汤厂长，这事我们没做好，换谁都会生气，我理解。|现在线上最大的问题是什么？|组长们为什么不愿意用？|"
    "我理解您的难处，夹在中间不好受。|工资那边出了什么问题？",
    (
        32,
        "en",
    ): "You have every right to be angry. I am sorry that this landed on you.|What is the biggest difficulty on the "
    "lines right now?|Why do the group leaders not want to use it?|What went wrong with the pay?",
    (34, "zh-Hans"): "您这阵子最头疼什么？|客人对房间温度有什么不满意的地方？|这对评分有什么影响？|"
    "如果客人进房前温度就调好，对您有什么好处？|要是投诉能少一半，值多少？",
    (
        34,
        "en",
    ): "The renewal is not urgent. What is on your mind these days?|What do guests complain about in the rooms?|"
    "What does that do to your ratings?|If the temperature were right before the guest arrives, how would that help you?|"
    "What would half the complaints be worth to you?",
}
PITCH = {
    "zh-Hans": "我们的产品是行业领先的，功能非常全。|我们的系统能帮您提高效率百分之三十，好多大厂都在用。|"
    "现在签的话我给您申请九折，还送一年维保。|我们的技术团队很强，二十四小时响应。|我们还有新版本，功能更多。|"
    "这个方案性价比很高，今天就定下来吧。|我给您演示一下吧。|我们的价格是全市场最低的。",
    "en": "Our product leads the market and has every feature you need.|Our system raises efficiency by thirty percent, and "
    "many large plants use it.|If you sign now I can get you ten percent off and a free year of service.|Our engineers "
    "answer around the clock.|There is a new version with even more features.|Look at this proposal, the best value there is.|"
    "Let me show you the demo.|Ours is the lowest price on the market.",
}


@pytest.fixture(scope="module")
def judge():
    return load_judge(ROOT / "models" / "judge")


def play(practice, language, number, lines):
    """Open the scene of a lesson with all before it done, say `lines`, and return whether it was passed."""
    learner = Learner(practice, Who(f"term:{language}{number}", "", language))
    practice.place(learner.who)
    lesson = COURSE.lessons[number]
    scene = next(drill for drill in lesson.drills if isinstance(drill, Scene))
    with practice.unit() as uow:
        user = uow.users.get(learner.who.key)
        user.preferences = {"lessons": {"zone": "Asia/Shanghai"}}
        book = Book(uow, user, practice.clock())
        for before in lesson.requires:
            book.row(before).passed_at = practice.clock()
        row = book.row(number)
        row.drilled = [drill.id for drill in lesson.drills if drill.id != scene.id]
        row.place = {"stage": "drill", "i": 0, "rights": [], "order": []}
    learner.open(lesson=str(number))
    for line in lines.split("|"):
        session = learner.session()
        if session is None or session.state["stage"] != "drill":
            break
        learner.say(line)
    with practice.unit() as uow:
        return scene.id in Book(uow, uow.users.get(learner.who.key), practice.clock()).row(number).drilled


@pytest.mark.trained
@pytest.mark.parametrize(("number", "language"), list(GOOD))
def test_an_average_good_learner_passes_and_a_pitcher_does_not(sqlite_engine, tmp_path, judge, number, language):
    practice = make(sqlite_engine, tmp_path, judge=judge)
    assert play(practice, language, number, GOOD[number, language])
    other = Who(f"term:{language}{number}", "", language)
    with practice.unit() as uow:
        row = Book(uow, uow.users.get(other.key), practice.clock()).row(number)
        row.passed_at = None
    assert not play(practice, language, number, PITCH[language])


@pytest.mark.trained
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_the_samples_of_all_scenes_pass_with_the_trained_judge(sqlite_engine, tmp_path, judge, language):
    practice = make(sqlite_engine, tmp_path, judge=judge)
    for number, lesson in COURSE.lessons.items():
        for drill in lesson.drills:
            if isinstance(drill, Scene):
                assert play(practice, language, number, "|".join(drill.sample.of(language[:2]))), number
