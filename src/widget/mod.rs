//! The view (placeholder until the widget branch lands).
/// x
pub fn render_page(_notice: &crate::notice::Notice) -> String {
    String::new()
}
