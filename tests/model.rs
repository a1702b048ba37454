//! Years in the life of a notice, at random: visits, choices, signals, revisions, regions, clocks,
//! tabs that race, storage that fails. After every step each tab is held against a naive model that
//! reads like the law and shares no code with `src/consent`.
//!
//! `tests/boot/model.test.mjs` replays some of them in the boot script, from
//! `target/vectors/traces.json`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/sketch.rs"]
mod sketch;

use std::cell::Cell;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{Map, Value, json};
use sketch::{Sketch, as_value, for_boot, iso, leave_for_boot};
use sudare::consent::{Absent, Act, Persistence, Record, Signals, Snapshot, Source};
use sudare::notice::{Notice, Text};

const START: i64 = 1_795_262_400_000;
const DAY: i64 = 86_400_000;
const MINUTE: i64 = 60_000;
const REGIONS: [Option<&str>; 6] =
    [None, Some("DE"), Some("FR-75"), Some("US"), Some("US-CA"), Some("ZZ")];

// ── What can happen ──────────────────────────────────────────────────────────────────────────

#[derive(Clone, Debug)]
enum Step {
    /// The owner puts another state of the notice on the site, newer or older.
    Deploy(usize),
    /// A tab loads the page.
    Visit(usize, Option<&'static str>),
    /// A visitor chooses in a tab.
    Choose(usize, Source, Answers),
    /// Both tabs read, then both write.
    Race(Answers, Answers),
    /// The browser's Global Privacy Control signal.
    Signal(bool),
    Clock(Jump),
    /// What storage does from now on.
    Storage(Mood),
    /// Somebody clears the site's data, or writes something else there.
    Tamper(Tamper),
    /// The visitor has the record forgotten.
    Reset(usize),
}

#[derive(Clone, Debug)]
enum Answers {
    /// To every purpose: accept all, refuse all.
    Every(bool),
    /// To some of the purposes and services, by place.
    Some(Vec<(usize, bool)>),
}

#[derive(Clone, Copy, Debug)]
enum Jump {
    By(i64),
    /// To so many milliseconds from the end of the stored choice.
    ToEnd(i64),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mood {
    Open,
    Denied,
    Full,
    /// Room for one record and no more: nothing can be written while one is there.
    Snug,
}

#[derive(Clone, Copy, Debug)]
enum Tamper {
    Clear,
    Scrap(&'static str),
    Torn,
    Newer,
    Older,
    OtherNotice,
    Future(i64),
    EndBeforeBeginning,
    OtherRevision,
    NothingKnown,
    UnknownChoice,
    GrantEverything,
    /// As many earlier decisions as are kept.
    LongPast,
}

fn answers() -> impl Strategy<Value = Answers> {
    prop_oneof![
        2 => any::<bool>().prop_map(Answers::Every),
        3 => prop::collection::vec((0..16_usize, any::<bool>()), 1..2).prop_map(Answers::Some),
        1 => prop::collection::vec((0..16_usize, any::<bool>()), 0..5).prop_map(Answers::Some),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let source = prop::sample::select(vec![
        Source::FirstLayer,
        Source::Notice,
        Source::Api,
        Source::Gpc,
        Source::Import,
    ]);
    let jumps = [
        1,
        30_000,
        4 * MINUTE,
        DAY,
        30 * DAY,
        51 * DAY,
        101 * DAY,
        -1,
        -4 * MINUTE,
        -5 * MINUTE,
        -5 * MINUTE - 1,
        -DAY,
        -60 * DAY,
    ];
    let jump = prop_oneof![
        4 => prop::sample::select(jumps.to_vec()).prop_map(Jump::By),
        1 => (-1..=1_i64).prop_map(Jump::ToEnd),
    ];
    // Open is what storage mostly is.
    let mood =
        prop::sample::select(vec![Mood::Open, Mood::Open, Mood::Denied, Mood::Full, Mood::Snug]);
    let tamper = prop::sample::select(vec![
        Tamper::Clear,
        Tamper::Scrap("null"),
        Tamper::Scrap("[[[[[["),
        Tamper::Scrap("{\"__proto__\":{\"v\":1}}"),
        Tamper::Torn,
        Tamper::Newer,
        Tamper::Older,
        Tamper::OtherNotice,
        Tamper::Future(5 * MINUTE),
        Tamper::Future(5 * MINUTE + 1),
        Tamper::Future(400 * DAY),
        Tamper::EndBeforeBeginning,
        Tamper::OtherRevision,
        Tamper::NothingKnown,
        Tamper::UnknownChoice,
        Tamper::GrantEverything,
        Tamper::LongPast,
    ]);
    prop_oneof![
        3 => (0..stages().len()).prop_map(Step::Deploy),
        6 => (0..2_usize, prop::sample::select(REGIONS.to_vec())).prop_map(|(tab, at)| Step::Visit(tab, at)),
        10 => (0..2_usize, source, answers()).prop_map(|(tab, source, all)| Step::Choose(tab, source, all)),
        2 => (answers(), answers()).prop_map(|(first, second)| Step::Race(first, second)),
        2 => any::<bool>().prop_map(Step::Signal),
        4 => jump.prop_map(Step::Clock),
        1 => mood.prop_map(Step::Storage),
        2 => tamper.prop_map(Step::Tamper),
        1 => (0..2_usize).prop_map(Step::Reset),
    ]
}

fn life() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..=400)
}

// ── The notice through the years ─────────────────────────────────────────────────────────────

struct Stage {
    sketch: Sketch,
    notice: Notice,
    boot: Value,
}

fn make_stages() -> Vec<Stage> {
    let base = json!({
        "default": "opt-in", "opt-out": ["US"], "opt-in": ["EU", "US-CA"],
        "purposes": {"need": "required", "counts": "", "ads": "gpc"},
        "services": {"session": "need", "tally": "counts", "lumo": "ads"},
        "revisions": ["r1"],
    });
    let purposes = |more: Value| {
        let mut all = base["purposes"].clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let changes = [
        json!({}),
        // A slip of the pen; then a change that matters.
        json!({"revisions": ["r2 slip", "r1"]}),
        json!({"revisions": ["r3", "r2 slip", "r1"]}),
        // A purpose and services come, under the same revision and under another.
        json!({"revisions": ["r3", "r2 slip", "r1"], "purposes": purposes(json!({"films": ""}))}),
        json!({"revisions": ["r4 slip", "r3", "r2 slip", "r1"],
            "services": {"session": "need", "tally": "counts", "lumo": "ads", "oxlip": "ads", "abacus": "counts"}}),
        // Sale as a purpose of its own, opt-out everywhere; ads opt-in everywhere.
        json!({"revisions": ["r5", "r4 slip", "r3"],
            "purposes": {"need": "required", "sale": "gpc opt-out", "ads": "gpc opt-in", "counts": ""},
            "services": {"lumo": "sale", "oxlip": "ads", "tally": "counts"}}),
        // Opt-out by default; other times; a service under another purpose.
        json!({"revisions": ["r6 slip", "r5"], "default": "opt-out", "days": 30, "refusal-days": 60,
            "services": {"tally": "ads", "lumo": "ads"}}),
        // Nothing to refuse; another notice under the same key.
        json!({"revisions": ["r7"], "purposes": {"need": "required"}, "services": {}}),
        json!({"id": "other"}),
        // Only what has changed is asked again: ads, then counting, then neither.
        json!({"revisions": ["r3 ads", "r2 slip", "r1"], "only-changes": true}),
        json!({"revisions": ["r4 counts", "r3 ads", "r2 slip", "r1"], "only-changes": true}),
        json!({"revisions": ["r5 slip", "r4 counts", "r3"], "only-changes": true, "purposes": purposes(json!({"films": ""}))}),
    ];
    let stage = |change: Value| {
        let mut sketch = base.clone();
        sketch.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let sketch: Sketch = serde_json::from_value(sketch).unwrap();
        let editions = sketch.editions();
        let boot = for_boot(&editions);
        Stage { sketch, notice: editions.into_iter().next().unwrap().notice, boot }
    };
    changes.into_iter().map(stage).collect()
}

fn stages() -> &'static [Stage] {
    thread_local! {
        // `Notice` is for one thread; the test runs in one and leaves this to the process's end.
        static STAGES: &'static [Stage] = Box::leak(make_stages().into_boxed_slice());
    }
    STAGES.with(|stages| *stages)
}

// ── The law ──────────────────────────────────────────────────────────────────────────────────

/// What has changed materially since `revision`: these purposes, or all.
fn changed_since(sketch: &Sketch, revision: &Value) -> Option<Vec<String>> {
    let mut changed = Vec::new();
    for line in &sketch.revisions {
        let mut words = line.split(' ');
        if words.next() == revision.as_str() {
            let refusable =
                sketch.purposes.keys().filter(|id| !sketch.words(id).contains(&"required"));
            let all =
                refusable.clone().count() > 0 && refusable.clone().all(|id| changed.contains(id));
            return Some(changed).filter(|_| !all);
        }
        match words.next() {
            Some("slip") => {}
            Some(purpose) if sketch.only_changes => changed.push(purpose.to_owned()),
            _ => return None,
        }
    }
    None
}

/// Whether a choice made on `revision` still counts for everything.
fn still_counts(sketch: &Sketch, revision: &Value) -> bool {
    changed_since(sketch, revision).is_some_and(|changed| changed.is_empty())
}

/// Whether it does for one purpose or service.
fn still_counts_for(sketch: &Sketch, revision: &Value, id: &str) -> bool {
    let purpose = sketch.services.get(id).and_then(Value::as_str).unwrap_or(id);
    changed_since(sketch, revision).is_some_and(|changed| !changed.iter().any(|it| it == purpose))
}

/// Whether one must be asked first in that region.
fn must_ask_first(sketch: &Sketch, region: Option<&str>) -> bool {
    let names = |list: &[String], code: &str| {
        list.iter().any(|name| name == code || (name == "EU" && ["DE", "FR"].contains(&code)))
    };
    // Nobody is taken for someone from elsewhere.
    let Some(region) = region else {
        return sketch.default == "opt-in" || !sketch.opt_in.is_empty();
    };
    for code in [region, region.split('-').next().unwrap()] {
        if names(&sketch.opt_in, code) {
            return true;
        }
        if names(&sketch.opt_out, code) {
            return false;
        }
    }
    sketch.default == "opt-in"
}

/// Why what is stored is no choice of this visitor's, or the choice.
fn valid<'a>(sketch: &Sketch, kept: Option<&'a Kept>, now: i64) -> Result<&'a Value, &'static str> {
    let Some(kept) = kept else { return Err("first-visit") };
    // What cannot be read, or cannot have been written here and by now, says nothing.
    let Some(memo) = &kept.memo else { return Err("recovered") };
    let time = |name: &str| memo[name].as_i64().unwrap();
    let from_the_future = time("at") > now + 5 * MINUTE;
    if !(memo["v"] == 1 || memo["v"] == 2)
        || memo["notice"] != sketch.id.as_str()
        || from_the_future
        || time("at") > time("until")
    {
        return Err("recovered");
    }
    // A choice holds for its time.
    if now >= time("until") { Err("expired") } else { Ok(memo) }
}

/// What a page must be told.
fn law(sketch: &Sketch, kept: Option<&Kept>, now: i64, gpc: bool, region: Option<&str>) -> Value {
    let memo = valid(sketch, kept, now);
    let decided = memo.is_ok_and(|memo| still_counts(sketch, &memo["revision"]));
    // On a text that has changed, agreement is void and refusal is not.
    let said = |id: &str| {
        let memo = memo.ok()?;
        let said = memo["choices"][id].as_str();
        said.filter(|said| still_counts_for(sketch, &memo["revision"], id) || *said == "denied")
    };
    let new = |id: &str| {
        !memo.is_ok_and(|memo| memo["known"].as_array().unwrap().iter().any(|known| known == id))
    };
    let ask_here = must_ask_first(sketch, region);
    let mut purposes = Map::new();
    let mut services = Map::new();
    let mut why = Map::new();
    let (mut questions, mut new_purposes, mut new_services) = (0, 0, 0);
    let mut refusable = 0;
    for id in sketch.purposes.keys() {
        let words = sketch.words(id);
        let required = words.contains(&"required");
        let heeds = words.contains(&"gpc");
        let ask = (ask_here || words.contains(&"opt-in")) && !words.contains(&"opt-out");
        let (runs, ground) = match said(id) {
            _ if required => (true, "required"),
            // A no is a no.
            Some("denied") => (false, "denied"),
            // A yes in full view of the signal is a yes.
            Some("granted-over-gpc") => (true, "granted"),
            // Else the signal means no.
            _ if heeds && gpc => (false, "gpc"),
            Some(_) => (true, "granted"),
            // Nobody has spoken.
            None => (!ask, "default"),
        };
        purposes.insert(id.clone(), runs.into());
        why.insert(id.clone(), ground.into());
        refusable += usize::from(!required);
        questions += usize::from(!required && ask);
        new_purposes += usize::from(!required && ask && new(id));
        for (service, _) in sketch.services.iter().filter(|(_, of)| *of == id) {
            let (own, ground) = match said(service) {
                // Never where its purpose may not run.
                _ if !runs || required => (runs, ground),
                Some("denied") => (false, "denied"),
                Some(_) => (true, "granted"),
                // An old yes does not cover a newcomer where one must be asked first.
                None if ground == "granted" && ask && new(service) => (false, "default"),
                None => (true, ground),
            };
            services.insert(service.clone(), own.into());
            why.insert(service.clone(), ground.into());
            let yes = runs && why[id] == "granted";
            new_services += usize::from(yes && !required && ask && new(service));
        }
    }
    let reprompt = match memo {
        Err(reason) => Some(reason).filter(|_| questions > 0),
        Ok(_) if !decided => Some("revised").filter(|_| refusable > 0),
        Ok(_) if new_purposes > 0 => Some("new-purpose"),
        Ok(_) if new_services > 0 => Some("new-service"),
        Ok(_) => None,
    };
    json!({
        "decided": decided,
        "regime": if ask_here { "opt-in" } else { "opt-out" },
        "region": region,
        "gpc": gpc,
        "purposes": purposes,
        "services": services,
        "why": why,
        "revision": sketch.revisions[0].split(' ').next(),
        "source": memo.map_or(&Value::Null, |memo| &memo["source"]),
        "reprompt": reprompt,
    })
}

/// What must be written down when a visitor has answered.
fn law_of_writing(
    stage: &Stage,
    kept: Option<&Kept>,
    answers: &[(Text, bool)],
    source: Source,
    (now, gpc): (i64, bool),
    new_id: &str,
) -> Value {
    let sketch = &stage.sketch;
    let before = valid(sketch, kept, now).ok();
    let mut choices = Map::new();
    let mut past = Vec::new();
    if let Some(before) = before {
        // What was not asked again stands, as far as it still counts.
        for (id, said) in before["choices"].as_object().unwrap() {
            if still_counts_for(sketch, &before["revision"], id) || said == "denied" {
                choices.insert(id.clone(), said.clone());
            }
        }
        // Nothing is struck out; but twenty are enough.
        past.clone_from(before["past"].as_array().unwrap());
        let mut passed = json!({
            "revision": before["revision"], "source": before["source"],
            "at": before["at"], "choices": before["choices"],
        });
        if before["layer"].is_number() {
            passed["layer"] = before["layer"].clone();
        }
        past.push(passed);
        past = past.split_off(past.len().saturating_sub(20));
    }
    for (id, yes) in answers {
        let word = if !yes {
            "denied"
        } else if gpc {
            "granted-over-gpc"
        } else {
            "granted"
        };
        choices.insert(id.to_string(), word.into());
    }
    let agreed = choices.values().any(|said| said != "denied");
    let days = if agreed { sketch.days } else { sketch.refusal_days };
    let mut known: Vec<&str> = Vec::new();
    known.extend(
        sketch
            .purposes
            .keys()
            .filter(|id| !sketch.words(id).contains(&"required"))
            .map(String::as_str),
    );
    known.extend(sketch.services.keys().map(String::as_str));
    json!({
        "v": 2,
        "id": before.map_or(&json!(new_id), |before| &before["id"]),
        "notice": sketch.id,
        "revision": sketch.revisions[0].split(' ').next(),
        "text": &*stage.notice.text_hash,
        "lang": "en",
        "source": source,
        "at": now,
        "until": now + i64::from(days) * DAY,
        "choices": choices,
        "known": known,
        "past": past,
    })
}

// ── The world ────────────────────────────────────────────────────────────────────────────────

/// The source that a page can give: the question and the notice are not its to claim.
fn passed_on(source: Source) -> Source {
    match source {
        Source::FirstLayer | Source::Notice => Source::Api,
        source => source,
    }
}

/// Something in storage: its text, what the code makes of it, and what the model does.
#[derive(Clone, Debug)]
struct Kept {
    text: String,
    record: Option<Record>,
    /// Nothing, where it has not the shape of a record.
    memo: Option<Value>,
}

impl Kept {
    fn scrap(text: &str) -> Rc<Self> {
        Rc::new(Self { text: text.into(), record: serde_json::from_str(text).ok(), memo: None })
    }

    fn memo(memo: Value) -> Rc<Self> {
        let text = memo.to_string();
        Rc::new(Self { record: serde_json::from_str(&text).ok(), text, memo: Some(memo) })
    }
}

#[derive(Debug)]
struct Shelf {
    record: Option<Rc<Kept>>,
    aside: Option<Rc<Kept>>,
    mood: Mood,
}

impl Shelf {
    fn takes_more(&self) -> bool {
        match self.mood {
            Mood::Open => true,
            Mood::Denied | Mood::Full => false,
            Mood::Snug => self.record.is_none(),
        }
    }
}

#[derive(Debug)]
struct Tab {
    stage: usize,
    region: Option<&'static str>,
    /// The record, while storage cannot be used.
    memory: Option<Option<Rc<Kept>>>,
    /// The record as storage last gave it: it still counts where storage fails afterwards.
    last: Option<Rc<Kept>>,
    /// What was told last, and of what: nothing is told twice.
    told: Option<(Seen, Rc<Value>)>,
}

/// All that what is told depends on, beside the page itself.
type Seen = (Option<Rc<Kept>>, bool, i64, bool);

impl Tab {
    fn read(&mut self, shelf: &Shelf) -> Option<Rc<Kept>> {
        if self.memory.is_none() && shelf.mood == Mood::Denied {
            self.memory = Some(self.last.clone());
        }
        if self.memory.is_none() {
            self.last = shelf.record.clone();
        }
        self.memory.clone().unwrap_or_else(|| self.last.clone())
    }

    fn write(&mut self, shelf: &mut Shelf, new: Rc<Kept>, aside: Option<Rc<Kept>>) {
        if aside.is_some() && shelf.takes_more() {
            shelf.aside = aside;
        }
        if self.memory.is_none() && !shelf.takes_more() && shelf.mood != Mood::Denied {
            // An old yes does not come back by itself.
            shelf.record = None;
        }
        if self.memory.is_none() && shelf.takes_more() {
            shelf.record = Some(new);
        } else {
            self.memory = Some(Some(new));
        }
    }
}

fn same(one: &Seen, other: &Seen) -> bool {
    let kept = match (&one.0, &other.0) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    kept && (one.1, one.2, one.3) == (other.1, other.2, other.3)
}

struct World {
    now: i64,
    gpc: bool,
    deployed: usize,
    shelf: Shelf,
    tabs: [Option<Tab>; 2],
    records_made: u64,
    /// The boot script's `consent.set` is the page's own, whatever the step says.
    for_boot: bool,
}

impl World {
    fn new(for_boot: bool) -> Self {
        Self {
            now: START,
            gpc: false,
            deployed: 0,
            shelf: Shelf { record: None, aside: None, mood: Mood::Open },
            tabs: [None, None],
            records_made: 0,
            for_boot,
        }
    }

    /// Does a step; gives it in the boot script's words.
    fn step(&mut self, step: &Step) -> Result<Value, TestCaseError> {
        Ok(match step {
            Step::Deploy(stage) => {
                self.deployed = *stage;
                json!({"do": "nothing"})
            }
            Step::Visit(tab, region) => {
                self.tabs[*tab] = Some(Tab {
                    stage: self.deployed,
                    region: *region,
                    memory: None,
                    last: None,
                    told: None,
                });
                json!({"do": "visit", "tab": tab, "stage": self.deployed, "region": region})
            }
            Step::Choose(tab, source, answers) => {
                let before = self.read(*tab);
                let said = self.choose(*tab, *source, answers, before)?;
                json!({"do": "set", "tab": tab, "said": said, "source": passed_on(*source)})
            }
            Step::Race(first, second) => {
                let before = [self.read(0), self.read(1)];
                let [one, other] = before;
                let first = self.choose(0, Source::Api, first, one)?;
                let second = self.choose(1, Source::Api, second, other)?;
                json!({"do": "race", "said": [first, second]})
            }
            Step::Signal(on) => {
                self.gpc = *on;
                json!({"do": "signal", "on": on})
            }
            Step::Clock(jump) => {
                let until = self
                    .shelf
                    .record
                    .as_ref()
                    .and_then(|kept| kept.memo.as_ref()?["until"].as_i64());
                self.now = match jump {
                    Jump::By(ms) => self.now + ms,
                    Jump::ToEnd(ms) => until.unwrap_or(self.now) + ms,
                };
                json!({"do": "clock", "now": self.now})
            }
            Step::Storage(mood) => {
                self.shelf.mood = *mood;
                json!({"do": "mood", "mood": format!("{mood:?}")})
            }
            Step::Tamper(tamper) => {
                self.tamper(*tamper);
                json!({"do": "store", "text": self.shelf.record.as_ref().map(|kept| &kept.text),
                    "aside": self.shelf.aside.as_ref().map(|kept| &kept.text)})
            }
            Step::Reset(tab) => {
                if let Some(open) = &mut self.tabs[*tab] {
                    if self.shelf.mood != Mood::Denied {
                        self.shelf.record = None;
                        self.shelf.aside = None;
                    }
                    open.memory = open.memory.take().map(|_| None);
                    open.last = None;
                }
                json!({"do": "reset", "tab": tab})
            }
        })
    }

    fn read(&mut self, tab: usize) -> Option<Rc<Kept>> {
        self.tabs[tab].as_mut().and_then(|open| open.read(&self.shelf))
    }

    fn choose(
        &mut self,
        tab: usize,
        source: Source,
        answers: &Answers,
        before: Option<Rc<Kept>>,
    ) -> Result<Value, TestCaseError> {
        let Some(open) = &mut self.tabs[tab] else { return Ok(Value::Null) };
        let stage = &stages()[open.stage];
        let sketch = &stage.sketch;
        let optional = |id: &&String| !sketch.words(id).contains(&"required");
        let purposes: Vec<&String> = sketch.purposes.keys().filter(optional).collect();
        let said: Vec<(Text, bool)> = match answers {
            Answers::Every(yes) => purposes.iter().map(|id| (id.as_str().into(), *yes)).collect(),
            Answers::Some(some) => {
                // What is required has no switch, nor have its services.
                let own = sketch.services.iter().filter(|(_, of)| *of != "need").map(|(id, _)| id);
                let ids: Vec<&String> = purposes.into_iter().chain(own).collect();
                let at = |(at, yes): &(usize, bool)| {
                    Some((ids.get(at % ids.len().max(1))?.as_str().into(), *yes))
                };
                some.iter().filter_map(at).collect()
            }
        };
        let source = if self.for_boot { passed_on(source) } else { source };
        // A signal that means no is no yes.
        let mut said = said;
        if source == Source::Gpc {
            said.retain(|(_, yes)| !yes);
        }

        #[allow(clippy::cast_precision_loss, reason = "times of this millennium")]
        let now = self.now as f64;
        let new_id = format!("{:x}", self.records_made + 1);
        let act = Act { source, layer: None, now, gpc: self.gpc, random_id: &new_id };
        let usable = before.as_ref().map_or(Err(Absent::Missing), |kept| {
            kept.record.clone().ok_or(Absent::Unusable)?.usable(&stage.notice.id, now)
        });
        let aside = before.clone().filter(|_| usable.is_err());
        self.records_made += u64::from(usable.is_err());
        let record = Record::after(usable.ok(), &stage.notice, &said, &act);
        let memo =
            law_of_writing(stage, before.as_deref(), &said, source, (self.now, self.gpc), &new_id);
        prop_assert_eq!(as_value(&record), memo.clone(), "what is written");
        open.write(&mut self.shelf, Kept::memo(memo), aside);
        Ok(said.iter().map(|(id, yes)| (id.to_string(), json!(yes))).collect::<Map<_, _>>().into())
    }

    fn tamper(&mut self, tamper: Tamper) {
        let stage = &stages()[self.deployed];
        // What is there, else a sound record to be spoilt.
        let there = self.shelf.record.as_ref().and_then(|kept| kept.memo.clone());
        let mut memo = there.unwrap_or_else(|| {
            let yes = [("ads".into(), true)];
            law_of_writing(stage, None, &yes, Source::Api, (self.now, false), "abc")
        });
        match tamper {
            Tamper::Clear => {
                self.shelf.record = None;
                self.shelf.aside = None;
                return;
            }
            Tamper::Scrap(text) => {
                self.shelf.record = Some(Kept::scrap(text));
                return;
            }
            Tamper::Torn => {
                let text = memo.to_string();
                self.shelf.record = Some(Kept::scrap(&text[..text.len() / 2]));
                return;
            }
            Tamper::UnknownChoice => {
                memo["choices"]["ads"] = json!("yes");
                self.shelf.record = Some(Kept::scrap(&memo.to_string()));
                return;
            }
            Tamper::Newer => memo["v"] = json!(3),
            Tamper::Older => memo["v"] = json!(1),
            Tamper::OtherNotice => memo["notice"] = json!("elsewhere"),
            Tamper::Future(ms) => {
                memo["at"] = json!(self.now + ms);
                memo["until"] = json!(self.now + ms + 10 * DAY);
            }
            Tamper::EndBeforeBeginning => memo["until"] = json!(memo["at"].as_i64().unwrap() - 1),
            Tamper::OtherRevision => memo["revision"] = json!("r0"),
            Tamper::NothingKnown => memo["known"] = json!([]),
            Tamper::LongPast => {
                let past = |n: i64| json!({"revision": "r1", "source": "notice", "at": START - n, "choices": {"ads": "denied"}});
                memo["past"] = (0..20).map(past).collect();
            }
            Tamper::GrantEverything => {
                for id in ["need", "counts", "ads", "sale", "films", "lumo", "session"] {
                    memo["choices"][id] = json!("granted");
                }
            }
        }
        self.shelf.record = Some(Kept::memo(memo));
    }

    /// What the code tells each tab, once it is what the law says.
    fn look(&mut self) -> Result<[Option<Rc<Value>>; 2], TestCaseError> {
        let mut seen = [None, None];
        for (tab, seen) in seen.iter_mut().enumerate() {
            let kept = self.read(tab);
            let Some(open) = &mut self.tabs[tab] else { continue };
            let sees = (kept.clone(), open.memory.is_some(), self.now, self.gpc);
            if let Some((saw, told)) = &open.told
                && same(saw, &sees)
            {
                *seen = Some(told.clone());
                continue;
            }
            let stage = &stages()[open.stage];
            #[allow(clippy::cast_precision_loss, reason = "times of this millennium")]
            let now = self.now as f64;
            let record = kept.as_ref().map_or(Err(Absent::Missing), |kept| {
                kept.record.clone().ok_or(Absent::Unusable)?.usable(&stage.notice.id, now)
            });
            let persistence =
                if open.memory.is_some() { Persistence::Memory } else { Persistence::Local };
            let signals =
                Signals { gpc: self.gpc, region: open.region.map(Into::into), persistence };
            let record = record.as_ref().map_err(|absent| *absent);
            let snapshot = Snapshot::take(&stage.notice, record, &signals, iso);
            let told = Rc::new(serde_json::to_value(&snapshot).unwrap());
            let law = law(&stage.sketch, kept.as_deref(), self.now, self.gpc, open.region);
            for (part, must) in law.as_object().unwrap() {
                prop_assert_eq!(&told[part], must, "{} in tab {}", part, tab);
            }
            open.told = Some((sees, told.clone()));
            *seen = Some(told);
        }
        Ok(seen)
    }
}

// ── The tests ────────────────────────────────────────────────────────────────────────────────

#[test]
fn whatever_happens_every_tab_is_told_what_the_law_says() {
    let steps = Cell::new(0_u32);
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 580,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&life(), |life| {
        let mut world = World::new(false);
        for step in &life {
            world.step(step)?;
            world.look()?;
            steps.set(steps.get() + 1);
        }
        Ok(())
    });
    // The least sequence that fails, and where.
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    println!("{} steps", steps.get());
    assert!(steps.get() >= 100_000, "only {} steps", steps.get());
}

#[test]
fn some_lives_are_written_for_the_boot_script() {
    // The same ones every time.
    let mut runner = TestRunner::deterministic();
    let mut lives = Vec::new();
    for _ in 0..20 {
        let mut world = World::new(true);
        let mut steps = Vec::new();
        let mut last = (Value::Null, Value::Null);
        for step in life().new_tree(&mut runner).unwrap().current() {
            let mut told = world.step(&step).unwrap();
            let tabs = world.look().unwrap();
            let text = |kept: &Option<Rc<Kept>>| kept.as_ref().map(|kept| kept.text.clone());
            let now = (json!(tabs), json!([text(&world.shelf.record), text(&world.shelf.aside)]));
            // Only what has changed, for the file's sake.
            if now.0 != last.0 {
                told["tabs"] = now.0.clone();
            }
            if now.1 != last.1 {
                told["stored"] = now.1.clone();
            }
            last = now;
            steps.push(told);
        }
        lives.push(Value::from(steps));
    }
    let count: usize = lives.iter().map(|life| life.as_array().map_or(0, Vec::len)).sum();
    println!("wrote {count} steps");
    assert!(count >= 3_000, "only {count} steps");
    let stages: Vec<&Value> = stages().iter().map(|stage| &stage.boot).collect();
    leave_for_boot("traces.json", &json!({"stages": stages, "lives": lives}));
}
