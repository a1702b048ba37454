//! What is wrong, where, and what would be right: in the manner of rustc.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Code, Folder, SourceFile};

/// Whether a diagnostic stops a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It never does.
    Warning,
}

impl Severity {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing to say about a place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops a build.
    pub severity: Severity,
    /// What kind of thing it is: one of [`super::CODES`].
    pub code: &'static str,
    /// The file's name within the folder.
    pub file: String,
    /// The place, in bytes; an empty file has `0..0`.
    pub span: Range<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What stands at the place, for the excerpt's mark; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// How to draw a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With colours, for a terminal.
    Coloured,
    /// Without, for a pipe.
    Plain,
}

impl Diagnostic {
    /// An error at a place.
    #[must_use]
    pub fn error(
        code: &'static str,
        file: &str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        debug_assert!(Code::of(code).is_some(), "`{code}` has no page in docs/checks");
        Self {
            severity: Severity::Error,
            code,
            file: file.to_owned(),
            span,
            message: message.into(),
            label: String::new(),
            help: None,
        }
    }

    /// A warning at a place.
    #[must_use]
    pub fn warning(
        code: &'static str,
        file: &str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, file, span, message) }
    }

    /// The same with a mark under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Line and column, both from 1, the column in characters.
    #[must_use]
    pub fn position(&self, text: &str) -> Position {
        position(text, self.span.start)
    }

    /// Where it starts and where it ends; the first line of a file that is not there.
    #[must_use]
    pub fn place(&self, folder: &Folder) -> Range<Position> {
        let text = folder.file(&self.file).map_or("", |file| &*file.text);
        position(text, self.span.start)..position(text, self.span.end)
    }
}

/// Line and column, both from 1, the column in characters.
pub type Position = (usize, usize);

/// The position of a byte in a text.
#[must_use]
pub fn position(text: &str, at: usize) -> Position {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A diagnostic as text: place, excerpt, reason, help. `folder` is how the owner named the folder.
#[must_use]
pub fn render(
    diagnostic: &Diagnostic,
    files: &[SourceFile],
    folder: &std::path::Path,
    style: Style,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = folder.join(&diagnostic.file).display().to_string();
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code);
    let text = files.iter().find(|file| file.name == diagnostic.file).map(|file| &*file.text);
    let mut group: Group = match text {
        Some(text) if !text.trim().is_empty() => {
            let mark = AnnotationKind::Primary.span(diagnostic.span.clone());
            let mark = if diagnostic.label.is_empty() {
                mark
            } else {
                mark.label(diagnostic.label.as_str())
            };
            title.element(Snippet::source(text).path(path.as_str()).annotation(mark))
        }
        _ => title.element(annotate_snippets::Origin::path(path.as_str())),
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    renderer.render(&[group]).to_string()
}
