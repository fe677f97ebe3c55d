// Package capture is a telco being recorded, without a screen: what a line that
// the protocol keeper types means, the session as events in a journal, and the
// minutes that follow from them.
package capture
