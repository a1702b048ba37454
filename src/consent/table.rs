//! The rules as tables: what the compiler writes into `consent.js`, so that the boot script looks
//! an answer up instead of reasoning.
//!
//! A row is a string of one digit a state: the verdict's place in [`VERDICTS`]. A purpose's row has
//! 16 states: `regime × 8 + gpc × 4 + recorded`. The services' row, one for all of them, has 96:
//! `((purpose verdict × 2 + regime) × 2 + known) × 4 + recorded`. `recorded` is 0 for nothing,
//! 1 denied, 2 granted, 3 granted over GPC; `regime` is 0 for opt-in, 1 for opt-out.

use super::{Choice, Verdict, decide, decide_service};
use crate::notice::Regime;

/// Every regime, in table order.
pub const REGIMES: [Regime; 2] = [Regime::OptIn, Regime::OptOut];

/// Everything a record can say of one id, in table order.
pub const RECORDED: [Option<Choice>; 4] =
    [None, Some(Choice::Denied), Some(Choice::Granted), Some(Choice::GrantedOverGpc)];

/// The verdicts in the order of their digits. The first three are a yes.
pub const VERDICTS: [Verdict; 6] = [
    Verdict::Required,
    Verdict::Granted,
    Verdict::DefaultYes,
    Verdict::Denied,
    Verdict::DefaultNo,
    Verdict::Gpc,
];

/// The digit that stands for a verdict.
#[must_use]
pub fn digit(verdict: Verdict) -> char {
    let mut digits = VERDICTS.into_iter().zip('0'..);
    // There is one for each; if there were not, it would be a no.
    digits.find_map(|(its, digit)| (its == verdict).then_some(digit)).unwrap_or('4')
}

/// The row of a purpose.
#[must_use]
pub fn purpose_row(required: bool, respects_gpc: bool) -> String {
    let mut row = String::with_capacity(16);
    for regime in REGIMES {
        for gpc in [false, true] {
            for recorded in RECORDED {
                row.push(digit(decide(required, respects_gpc, regime, gpc, recorded)));
            }
        }
    }
    row
}

/// The row that all services share.
#[must_use]
pub fn service_row() -> String {
    let mut row = String::with_capacity(96);
    for purpose in VERDICTS {
        for regime in REGIMES {
            for known in [false, true] {
                for recorded in RECORDED {
                    row.push(digit(decide_service(purpose, regime, recorded, known)));
                }
            }
        }
    }
    row
}
