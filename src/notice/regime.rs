//! What holds where nobody has chosen: by region, the longest match first.

use serde::{Deserialize, Serialize};

use super::Text;

/// What a purpose may do before the visitor has said anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// No until yes.
    OptIn,
    /// Yes until no.
    OptOut,
}

impl Regime {
    /// Its name in a notice and in a snapshot.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Regime::OptIn => "opt-in",
            Regime::OptOut => "opt-out",
        }
    }
}

/// The regimes of a notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regimes {
    /// For every region that is not named.
    pub default: Regime,
    /// Region code (`JP`, `US-CA`) and what holds there. `EU` is already spread into its members.
    pub regions: Vec<(Text, Regime)>,
}

/// What `EU` stands for in a notice: the members of the European Union and of the European
/// Economic Area (ISO 3166-1).
pub const EUROPE: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

impl Regimes {
    /// What holds in a region: the longest match (`US-CA` before `US`), else the default.
    /// Without a region, the strictest that the notice has: nobody is taken for someone from
    /// elsewhere.
    #[must_use]
    pub fn of(&self, region: Option<&str>) -> Regime {
        let Some(region) = region.filter(|region| !region.is_empty()) else {
            let all = self.regions.iter().map(|(_, regime)| *regime);
            return all.fold(self.default, Regime::min);
        };
        let named = |code: &str| {
            self.regions
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(code))
                .map(|(_, regime)| *regime)
        };
        named(region)
            .or_else(|| region.split_once('-').and_then(|(country, _)| named(country)))
            .unwrap_or(self.default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regimes() -> Regimes {
        Regimes {
            default: Regime::OptOut,
            regions: vec![("US".into(), Regime::OptOut), ("US-CA".into(), Regime::OptIn)],
        }
    }

    #[test]
    fn the_longest_match_wins() {
        assert_eq!(regimes().of(Some("US-CA")), Regime::OptIn);
        assert_eq!(regimes().of(Some("us-ny")), Regime::OptOut);
        assert_eq!(regimes().of(Some("JP")), Regime::OptOut);
    }

    #[test]
    fn without_a_region_the_strictest_holds() {
        assert_eq!(regimes().of(None), Regime::OptIn);
        assert_eq!(regimes().of(Some("")), Regime::OptIn);
    }
}
