"""Applications that nobody copied, in many voices, and near copies of them: for what looks for applications alike.

Texts of a few phrases would all be alike. So each sentence is grown from a grammar: some fifty shapes, made of parts
that are made of parts, with some three hundred turns to choose from. That is still far more alike than people are: two
of these texts, chosen blindly, share a fifth of their runs of three words, and a third of their words stand in common
passages (a hundredth, where two people write). So they are hard to tell from copies, not easy. One application in five
also has a paragraph that an advice service hands out, as happens.
"""

import re
from random import Random

GRAMMAR = {
    "who": "older neighbours|young carers|new parents|men who live alone|women from {land}|people who sleep rough|"
    "Deaf people|blind and partly sighted people|families in temporary homes|people out of work|retired miners|"
    "kinship carers|people with a learning disability|refugees from {land}|Traveller families|bereaved people|"
    "night workers|veterans|people leaving prison|lone fathers|grandmothers|students in bedsits|farm workers|"
    "people on dialysis|wheelchair users|survivors of abuse|taxi drivers|foster families|autistic adults",
    "land": "Eritrea|Ukraine|Sudan|Romania|Pakistan|Jamaica|Syria|Iran|Poland|Vietnam|Afghanistan|Somalia|Hong Kong",
    "name": "Agnes|Bilal|Carol|Dmytro|Eunice|Farhan|Gwen|Hamid|Irena|Jomo|Kath|Lubna|Mick|Noor|Olive|Piotr|Rosa|"
    "Selma|Trevor|Una|Vikram|Wanda|Yusuf|Zeinab",
    "area": "Harehills|Gipton|Seacroft|Beeston|Holbeck|Armley|Bramley|Chapeltown|Middleton|Belle Isle|Halton Moor|"
    "Little London|Burmantofts|Kirkstall|Moortown|Otley|Rothwell|Garforth|Pudsey|Morley",
    "room": "church hall|library|café|school kitchen|allotment hut|mosque|pub function room|scout hut|bowls pavilion|"
    "laundrette|boxing gym|garden centre|sheltered scheme|barber shop|youth club|temple|sewing workshop|market stall",
    "kit": "tablets|phones|refurbished laptops|data SIMs|a projector|large keyboards|talking software|headsets|"
    "chargers|a colour printer|Chromebooks|styluses|desk magnifiers|mifi boxes|braille displays|webcams|stands",
    "job": "renew a prescription|pay council tax|ring family abroad|apply for a bus pass|read a payslip|spot a scam|"
    "fill in a job form|book a vaccination|send photographs|bank without a branch|look at bus times|join a video call|"
    "challenge a sanction|download a hymn|order shopping|report a leak|learn English|register to vote|find a plumber|"
    "talk to the school|trace ancestors|sell knitting|follow the cricket|keep passwords|claim pension credit",
    "helper": "volunteers|two sixth-formers|a retired teacher|our caretaker|a peer mentor|a part-time tutor|"
    "interpreters|trained champions|the chaplain|a district nurse|housing officers|a former postmaster|apprentices",
    "when": "on Monday mornings|every other Thursday|after Friday prayers|straight after school|at teatime|"
    "through the winter|before the bingo|in term time|one evening a week|on market days|between shifts|all summer",
    "why": "the last bank closed|nobody answers the telephone any more|forms are only online now|rent has doubled|"
    "buses stopped after six|their eyes tire quickly|they were told to go away|letters come in a language they lack|"
    "a fall left them indoors|credit runs out mid-month|family moved south|they fear pressing the wrong thing|"
    "shame keeps them quiet|the job centre sanctions them|one phone serves five people|grief made them withdraw",
    "sign": "{name} showed a cousin how to {job}|four came back with a friend|somebody laughed at a screen|"
    "{name} stopped paying for a call-back line|a son in {land} waved back|the waiting list shrank|"
    "nine people asked for a second course|fewer envelopes arrive unopened|{name} now leads a table herself",
    "number": "six|eight|eleven|a dozen|fifteen|eighteen|twenty-two|thirty|forty|sixty-five|ninety",
    "feel": "wary|curious|worn out|cheerful|proud|lonely|impatient|hopeful|embarrassed|stubborn|sceptical|nervous",
    "does": "sit with|teach|listen to|visit|phone|drive|feed|encourage|introduce|welcome|register|accompany",
    "safe": "Photographs are taken only if {who} agree|Two adults stay in the {room}|{helper} hold a DBS check|"
    "Devices are wiped when they come back|We write down worries the same day|Passwords stay with their owner",
    "start": "|||Honestly, |Since spring, |Most weeks |At first |Here in {area} |By Christmas |Oddly enough, ",
    "s": "{start}{who} {when} meet at our {room}, because {why}.|{start}we {does} {number} {who} {when}.|"
    "{who} told us that {why}, and felt {feel}.|With {kit} from you, {helper} could help them {job}.|"
    "{name}, who looks after the {room}, will {does} whoever feels {feel}.|Last year {sign}.|"
    "{start}{helper} bring {kit} to the {room} and {does} {who}.|Nothing in {area} is open {when}, and {why}.|"
    "If {sign}, we know that it worked.|{start}we want {number} of them to {job} and to {job}.|"
    "We lend {kit} for {number} weeks, then ask what got in the way.|{who} choose: some {job}, others {job}.|"
    "Our {room} is warm {when}; {helper} are {feel} and patient.|{name} could not {job} until {helper} sat down.|"
    "Half of {area} knows {name}, so {who} trust us.|What holds {who} back? Often {why}.|"
    "We shall buy {kit} and mend {kit}.|{start}{number} {who} wait, since {why}.|{safe}.|{safe}, and {why}.|"
    "Rather than lessons, {helper} offer tea and {kit}.|Nobody has to {job} alone: {helper} {does} them.|"
    "{start}a bus brings {who} from {area} {when}.|By the end {sign}, or {sign}.|Each {feel} beginner gets {kit}.|"
    "To {job} is dull; to {job} is not, says {name}.|{start}the {room} fills up {when} with {feel} people.",
}
TEMPLATE = (
    "We keep to the safeguarding policy of the voluntary sector network, which our trustees review every year. Anybody "
    "who is worried about a child or an adult tells the named lead on the same day, and the lead decides whether the "
    "council is told. All of our volunteers read the policy before they begin and sign that they have understood it."
)
SWAPS = (
    "because:since help:support people:folk want:wish buy:purchase told:informed meet:gather often:frequently "
    "brings:takes knows:remembers open:running warm:heated patient:kind wait:queue lend:loan ask:enquire teach:train"
)
SYNONYMS = dict(pair.split(":") for pair in SWAPS.split())
OTHERS = ("really", "newly", "mostly", "each", "local", "nearby", "several", "gladly", "maybe", "own", "small", "good")
QUESTIONS = {
    "summary": ("project", 7),
    "plan": ("project", 12),
    "furthest": ("people", 8),
    "barriers_how": ("barriers", 5),
    "difference": ("change", 7),
    "safe_online": ("safe", 5),
}
"""The questions of the town's round that want a text: the section of each, and about how many sentences it gets."""
SLOT = re.compile(r"\{(\w+)\}")
END = re.compile(r"(?<=[.?!])\s+")


def grown(rng: Random, symbol: str) -> str:
    """Something that the grammar lets a symbol become."""
    chosen = rng.choice(GRAMMAR[symbol].split("|"))
    return SLOT.sub(lambda found: grown(rng, found[1]), chosen)


def sentences(rng: Random, number: int) -> str:
    """So many sentences, each begun with a capital."""
    found = [grown(rng, "s") for _ in range(number)]
    return " ".join(each[0].upper() + each[1:] for each in found)


def written(rng: Random) -> dict[str, str]:
    """What somebody writes who copies from nobody, by question; one in five uses the paragraph that is handed out."""
    texts = {code: sentences(rng, max(2, most + rng.randint(-3, 3))) for code, (_, most) in QUESTIONS.items()}
    if rng.random() < 0.2:
        texts["safe_online"] = f"{TEMPLATE} {texts['safe_online']}"
    return texts


def near_copy(rng: Random, texts: dict[str, str], changed: float = 0.1) -> dict[str, str]:
    """The same by somebody who changes names and so many of all words, moves sentences, leaves some out, adds some."""
    names = {name: other for kind in ("name", "area", "land") for name, other in turned(rng, kind).items()}
    copied = {code: END.split(text) for code, text in texts.items()}
    for lines in copied.values():
        rng.shuffle(lines)
        if len(lines) > 3 and rng.random() < 0.5:
            lines.pop()
        if rng.random() < 0.4:
            lines.insert(0, sentences(rng, 1))
    giver, taker = rng.sample(sorted(copied), 2)
    copied[taker].append(copied[giver].pop())
    return {code: " ".join(reworded(rng, line, names, changed) for line in lines) for code, lines in copied.items()}


def turned(rng: Random, kind: str) -> dict[str, str]:
    """Another name for each of a kind."""
    names = GRAMMAR[kind].split("|")
    others = names[1:] + names[:1]
    return dict(zip(names, others, strict=True))


def reworded(rng: Random, line: str, names: dict[str, str], changed: float) -> str:
    """A sentence with other names, and some words swapped, left out or put in."""
    for name in sorted(names, key=len, reverse=True):
        if name in line:
            line = line.replace(name, names[name])
            break
    found = []
    for word in line.split(" "):
        if rng.random() >= changed:
            found.append(word)
        elif word in SYNONYMS:
            found.append(SYNONYMS[word])
        else:
            found += rng.choice([[rng.choice(OTHERS)], [word, rng.choice(OTHERS)], []])
    return " ".join(found)
