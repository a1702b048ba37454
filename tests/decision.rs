//! The decision, held against a naive model that reads like the law.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::rc::Rc;

use proptest::prelude::*;
use sudare::consent::{
    Absent, Act, ById, Choice, Persistence, Record, Reprompt, Signals, Snapshot, Source, Why,
};
use sudare::notice::{Notice, Regime};
use support::{PURPOSES, REGIONS, notice};

const NOW: f64 = 1_795_000_000_000.0;
const DAY: f64 = 86_400_000.0;

fn signals(gpc: bool, region: Option<&str>) -> Signals {
    Signals { gpc, region: region.map(Into::into), persistence: Persistence::Local }
}

fn take(
    notice: &Notice,
    record: Result<&Record, Absent>,
    gpc: bool,
    region: Option<&str>,
) -> Snapshot {
    Snapshot::take(notice, record, &signals(gpc, region), |ms| format!("{ms}").into())
}

fn act(source: Source, now: f64, gpc: bool) -> Act<'static> {
    Act { source, layer: None, now, gpc, random_id: "0123456789abcdef" }
}

/// What the law says of one purpose, sentence by sentence (`architecture.md`, "How a decision is
/// made"; rules of GPC and of the regimes).
fn law_of_purpose(
    (_, required, respects_gpc, own_regime): (&str, bool, bool, Option<&str>),
    region_is_opt_in: bool,
    gpc: bool,
    said: Option<Choice>,
) -> (bool, Why) {
    // What the site cannot do without always runs.
    if required {
        return (true, Why::Required);
    }
    // A no is a no.
    if said == Some(Choice::Denied) {
        return (false, Why::Denied);
    }
    // The signal means no, unless the visitor said yes in full view of it.
    if gpc && respects_gpc && said != Some(Choice::GrantedOverGpc) {
        return (false, Why::Gpc);
    }
    // A yes is a yes.
    if said.is_some() {
        return (true, Why::Granted);
    }
    // Where nobody has spoken: no where one must be asked first, yes where one may object.
    let opt_in = own_regime.map_or(region_is_opt_in, |regime| regime == "opt-in");
    (!opt_in, Why::Default)
}

/// What holds in a region of the sample notice.
fn region_is_opt_in(default_is_opt_in: bool, region: Option<&str>) -> bool {
    match region {
        // Nobody is taken for someone from elsewhere: the strictest that there is.
        None | Some("") => true,
        Some("DE" | "US-CA") => true,
        Some("US" | "US-NY") => false,
        Some(_) => default_is_opt_in,
    }
}

fn law_of_service(
    purpose: (bool, Why),
    opt_in: bool,
    said: Option<Choice>,
    known: bool,
) -> (bool, Why) {
    let (purpose_runs, purpose_why) = purpose;
    // Never where its purpose may not run; and what is required has no say of its own.
    if !purpose_runs || purpose_why == Why::Required {
        return purpose;
    }
    match said {
        Some(Choice::Denied) => (false, Why::Denied),
        Some(_) => (true, Why::Granted),
        // An old yes does not cover a newcomer where one must be asked first.
        None if opt_in && purpose_why == Why::Granted && !known => (false, Why::Default),
        None => purpose,
    }
}

fn any_choice() -> impl Strategy<Value = Option<Choice>> {
    prop_oneof![
        Just(None),
        Just(Some(Choice::Denied)),
        Just(Some(Choice::Granted)),
        Just(Some(Choice::GrantedOverGpc)),
    ]
}

/// Every id of the sample notice: purposes, then services.
fn ids() -> Vec<String> {
    let purposes = PURPOSES.iter().map(|(id, ..)| (*id).to_owned());
    let services = PURPOSES.iter().flat_map(|(id, ..)| [format!("{id}-1"), format!("{id}-2")]);
    purposes.chain(services).collect()
}

thread_local! {
    /// The sample notice whose default is opt-out, and the one whose default is opt-in.
    static NOTICES: [Rc<Notice>; 2] = ["opt-out", "opt-in"].map(|regime| Rc::new(notice(regime)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn every_state_is_as_the_law_says(
        default_is_opt_in: bool,
        gpc: bool,
        region in proptest::sample::select(REGIONS.to_vec()),
        recorded: bool,
        revision in proptest::sample::select(vec!["r1", "r2", "r3"]),
        said in proptest::collection::vec(any_choice(), 21),
        known in proptest::collection::vec(any::<bool>(), 21),
    ) {
        let notice = NOTICES.with(|both| both[usize::from(default_is_opt_in)].clone());
        let mut record = Record::after(None, &notice, &[], &act(Source::Notice, NOW, gpc));
        record.revision = revision.into();
        record.choices = ById(
            ids().iter().zip(&said).filter_map(|(id, c)| c.map(|c| (id.as_str().into(), c))).collect(),
        );
        record.known =
            ids().iter().zip(&known).filter(|(_, known)| **known).map(|(id, _)| id.as_str().into()).collect();
        let snapshot = take(&notice, if recorded { Ok(&record) } else { Err(Absent::Missing) }, gpc, region);

        // r3 was a slip of the pen, so what was said on r2 still counts; what was said on r1 does
        // only where it was no.
        let counts = recorded && revision != "r1";
        let said_of = |at: usize| said[at].filter(|c| recorded && (counts || *c == Choice::Denied));
        let opt_in_here = region_is_opt_in(default_is_opt_in, region);

        prop_assert_eq!(snapshot.decided, counts);
        prop_assert_eq!(snapshot.regime == Regime::OptIn, opt_in_here);
        for (at, purpose) in PURPOSES.into_iter().enumerate() {
            let (runs, why) = law_of_purpose(purpose, opt_in_here, gpc, said_of(at));
            prop_assert_eq!(snapshot.purposes.get(purpose.0), Some(runs), "{}", purpose.0);
            prop_assert_eq!(snapshot.why.get(purpose.0), Some(why), "{}", purpose.0);

            let opt_in = purpose.3.map_or(opt_in_here, |regime| regime == "opt-in");
            for n in [1, 2] {
                let id = format!("{}-{n}", purpose.0);
                let place = PURPOSES.len() + at * 2 + n - 1;
                let known = recorded && known[place];
                let (runs, why) = law_of_service((runs, why), opt_in, said_of(place), known);
                prop_assert_eq!(snapshot.services.get(&id), Some(runs), "{}", &id);
                prop_assert_eq!(snapshot.why.get(&id), Some(why), "{}", &id);
            }
        }
    }
}

#[test]
fn nothing_optional_runs_before_a_choice_where_one_must_be_asked() {
    let mut notice = notice("opt-in");
    for purpose in &mut notice.purposes {
        purpose.regime = None;
    }
    let snapshot = take(&notice, Err(Absent::Missing), false, Some("DE"));
    assert_eq!(
        snapshot.purposes.0.iter().filter(|(_, runs)| *runs).count(),
        1,
        "only what is required"
    );
    assert_eq!(snapshot.reprompt, Some(Reprompt::FirstVisit));
}

#[test]
fn an_opt_out_region_is_not_asked_until_the_text_changes() {
    let mut notice = notice("opt-out");
    for purpose in &mut notice.purposes {
        purpose.regime = None;
    }
    assert_eq!(take(&notice, Err(Absent::Missing), false, Some("US")).reprompt, None);
    assert_eq!(take(&notice, Err(Absent::Expired), false, Some("US")).reprompt, None);
    let mut record = Record::after(None, &notice, &[], &act(Source::Notice, NOW, false));
    assert_eq!(take(&notice, Ok(&record), false, Some("US")).reprompt, None);
    record.revision = "r1".into();
    assert_eq!(take(&notice, Ok(&record), false, Some("US")).reprompt, Some(Reprompt::Revised));
}

#[test]
fn who_has_chosen_is_asked_again_for_what_came_since() {
    let notice = notice("opt-in");
    let yes = [("plain".into(), true)];
    let mut record = Record::after(None, &notice, &yes, &act(Source::FirstLayer, NOW, false));
    assert_eq!(take(&notice, Ok(&record), false, Some("DE")).reprompt, None);

    record.known.retain(|id| &**id != "plain-2");
    let snapshot = take(&notice, Ok(&record), false, Some("DE"));
    assert_eq!(snapshot.reprompt, Some(Reprompt::NewService));
    assert_eq!(snapshot.services.get("plain-2"), Some(false), "a newcomer waits to be asked about");
    assert_eq!(snapshot.services.get("plain-1"), Some(true));

    record.known.retain(|id| &**id != "signal");
    assert_eq!(take(&notice, Ok(&record), false, Some("DE")).reprompt, Some(Reprompt::NewPurpose));
}

#[test]
fn a_choice_leaves_alone_what_it_does_not_touch() {
    let notice = notice("opt-in");
    let first =
        Record::after(None, &notice, &[("plain".into(), true)], &act(Source::Notice, NOW, false));
    let second = Record::after(
        Some(first),
        &notice,
        &[("signal".into(), false)],
        &act(Source::Api, NOW + DAY, true),
    );
    assert_eq!(second.choices.get("plain"), Some(Choice::Granted));
    assert_eq!(second.choices.get("signal"), Some(Choice::Denied));
    assert_eq!(second.choices.get("asked"), None);
    assert_eq!(second.source, Source::Api);
}

#[test]
fn a_yes_counts_over_gpc_only_when_said_in_full_view_of_it() {
    let notice = notice("opt-in");
    let yes = [("signal".into(), true)];
    let before = Record::after(None, &notice, &yes, &act(Source::Notice, NOW, false));
    assert_eq!(take(&notice, Ok(&before), true, None).purposes.get("signal"), Some(false));
    let during = Record::after(None, &notice, &yes, &act(Source::Notice, NOW, true));
    assert_eq!(take(&notice, Ok(&during), true, None).purposes.get("signal"), Some(true));
    assert_eq!(take(&notice, Ok(&during), true, None).why.get("signal"), Some(Why::Granted));
}

#[test]
fn a_yes_to_a_text_that_changed_does_not_count_and_a_no_does() {
    let notice = notice("opt-out");
    let said = [("plain".into(), true), ("assumed".into(), false)];
    let mut record = Record::after(None, &notice, &said, &act(Source::Notice, NOW, false));
    record.revision = "r1".into();
    let snapshot = take(&notice, Ok(&record), false, Some("DE"));
    assert_eq!(snapshot.purposes.get("plain"), Some(false));
    assert_eq!(snapshot.purposes.get("assumed"), Some(false), "though the default there is yes");
    assert!(!snapshot.decided);

    // Deciding anew keeps the no and forgets the yes.
    let anew = Record::after(Some(record), &notice, &[], &act(Source::Notice, NOW + 1.0, false));
    assert_eq!(anew.choices.get("plain"), None);
    assert_eq!(anew.choices.get("assumed"), Some(Choice::Denied));
    assert_eq!(anew.past.len(), 1);
    assert_eq!(anew.past[0].choices.get("plain"), Some(Choice::Granted), "history forgets nothing");
}

#[test]
fn a_refusal_and_an_agreement_run_out_each_in_its_time() {
    let notice = notice("opt-in");
    let no =
        Record::after(None, &notice, &[("plain".into(), false)], &act(Source::Notice, NOW, false));
    assert_eq!(no.until - no.at, 50.0 * DAY);
    let yes =
        Record::after(None, &notice, &[("plain".into(), true)], &act(Source::Notice, NOW, false));
    assert_eq!(yes.until - yes.at, 100.0 * DAY);
}

#[test]
fn history_is_kept_and_bounded() {
    let notice = notice("opt-in");
    let mut record = None;
    for n in 0..30 {
        let said = [("plain".into(), n % 2 == 0)];
        let now = NOW + f64::from(n);
        record = Some(Record::after(record, &notice, &said, &act(Source::Notice, now, false)));
    }
    let record = record.unwrap();
    assert_eq!(record.past.len(), 20);
    assert_eq!(record.past[0].at, NOW + 9.0, "the oldest go first");
    assert_eq!(record.past[19].at, NOW + 28.0);
    assert_eq!(record.id, "0123456789abcdef".into(), "the id stays");
}

#[test]
fn a_record_that_cannot_be_gone_by_is_none() {
    let notice = notice("opt-in");
    let sound = || {
        Record::after(None, &notice, &[("plain".into(), true)], &act(Source::Notice, NOW, false))
    };
    let usable = |change: fn(&mut Record)| {
        let mut record = sound();
        change(&mut record);
        record.usable("every-kind", NOW).map(|_| ())
    };
    assert_eq!(usable(|_| ()), Ok(()));
    assert_eq!(usable(|r| r.v = 3), Err(Absent::Unusable));
    assert_eq!(usable(|r| r.notice = "other".into()), Err(Absent::Unusable));
    assert_eq!(usable(|r| r.at = f64::NAN), Err(Absent::Unusable));
    assert_eq!(usable(|r| r.until = f64::INFINITY), Err(Absent::Unusable));
    assert_eq!(usable(|r| r.until = 8.64e15 + 2.0), Err(Absent::Unusable), "no Date is that late");
    assert_eq!(usable(|r| r.until = r.at - 1.0), Err(Absent::Unusable));
    assert_eq!(usable(|r| r.at = NOW + 300_001.0), Err(Absent::Unusable));
    assert_eq!(usable(|r| r.at = NOW + 299_000.0), Ok(()), "clocks drift");
    assert_eq!(sound().usable("every-kind", NOW + 100.0 * DAY), Err(Absent::Expired));
    assert_eq!(
        sound().usable("every-kind", NOW - DAY),
        Err(Absent::Unusable),
        "the clock went back"
    );
}

#[test]
fn a_record_survives_json_as_it_is() {
    let notice = notice("opt-in");
    let record =
        Record::after(None, &notice, &[("signal".into(), true)], &act(Source::Notice, NOW, true));
    let json = serde_json::to_string(&record).unwrap();
    assert!(json.contains(r#""choices":{"signal":"granted-over-gpc"}"#), "{json}");
    assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
}
