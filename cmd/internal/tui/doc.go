// Package tui is the protocol keeper's screen over package capture. Run shows
// it; nothing else is exported but what Run takes.
//
//	key, paste ──> app.Update ──> overlay on top? ── yes ──> its update
//	                  │                  │ no
//	                  │                  └──> key map ──> entry line, popup, minutes, selection
//	                  ├── Enter ──> Session.Enter (journal) ──> new View
//	                  ├── tea.Cmd ──> Sync.Run (fsync) beside it ──> syncedMsg ──> Session.FinishSync
//	                  └── tea.Cmd ──> Save.Run beside it ──> savedMsg ──> Session.Finish
//	app.View <── *capture.View, and nothing else of the session
//
// The session is touched in Update alone, so in one goroutine. What is drawn is
// put together from the View at every message, but only the rows that can be
// seen: an entry's rows are kept until it or the width changes (entries are
// replaced, never changed, so its address says whether it is the same one).
//
// An overlay is a dialog or a page over the minutes: see the interface. One
// that the user did not ask for waits until nothing was typed for a moment.
// Keys are in one table, keymap.go, from which help, palette and the line at
// the bottom are made.
package tui
