//! The document: articles, cards, purposes, services. Pure: no browser, no view.
