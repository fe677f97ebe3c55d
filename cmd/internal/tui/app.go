package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// app is the frame: the root model of the screen.
type app struct {
	*desk
	keys *keymap

	width, height int
	entry         entry
	panel         panel
	saving        saving
	remark        remark

	over      overlay   // in front of the minutes; nil for none
	under     aside     // what comes back when over is done; nil for none
	waiting   []overlay // to be opened once nobody is typing
	typed     time.Time // when the last key came
	toPublish bool      // once everything is saved
	leaving   bool      // the key that leaves was pressed once
}

// remark is what the line under the entry line says, until the next key.
type remark struct {
	text string
	bad  bool
}

func newApp(o *Options) *app {
	a := &app{desk: newDesk(o), keys: newKeymap()}
	a.panel.follow, a.entry.shut = true, -1
	a.changed()
	return a
}

// drawnBy is when a screen is drawn at the latest after it has changed.
const drawnBy = 60 * time.Millisecond

// tickMsg comes every second, for the clock and for what waits.
type tickMsg time.Time

func tick() tea.Cmd {
	return tea.Every(time.Second, func(t time.Time) tea.Msg { return tickMsg(t) })
}

// Init implements tea.Model. The terminal is asked for its background, and may
// answer or not: nothing waits for it.
func (a *app) Init() tea.Cmd {
	return tea.Batch(tick(), tea.RequestBackgroundColor, a.saveNow(), a.openTelco())
}

// Update implements tea.Model.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.update(msg)
	if a.look(); a.session != nil && (a.view.Rev != a.saving.rev || a.session != a.saving.session) {
		cmd = batch(cmd, a.changed(), a.toOverlay(changedMsg{}), a.askEarlier())
	}
	return a, batch(cmd, a.syncNow())
}

func (a *app) update(msg tea.Msg) tea.Cmd {
	if cmd, done := a.frameMsg(msg); done {
		return cmd
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		a.typed = a.now()
		if cmd, done := a.alwaysKey(k); done {
			return cmd
		}
	}
	if a.over != nil && !a.forEntry(msg) {
		if _, ok := msg.(tea.KeyPressMsg); ok {
			a.remark = remark{}
		}
		return a.toOverlay(msg)
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.PasteMsg:
		a.typed = a.now()
		return a.paste(msg.Content)
	}
	return nil
}

// forEntry tells whether a message is for the entry line although something is
// in front of the minutes.
func (a *app) forEntry(msg tea.Msg) bool {
	o := a.letting()
	if o == nil {
		return false
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		// What is being typed is nearer than what is looked at.
		return bound(o.keys(), msg) == actNone || msg.Code == tea.KeyEscape && a.entry.text != ""
	case tea.PasteMsg:
		return true
	}
	return false
}

// frameMsg handles what is the frame's own, whatever is in front.
func (a *app) frameMsg(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		grown := msg.Width > a.width && a.width > 0
		a.width, a.height = max(msg.Width, 0), max(msg.Height, 0)
		if grown {
			// The renderer takes rows for empty whose start was, as far as the old
			// width went: it is asked for a whole screen once it has the new one.
			return tea.Tick(drawnBy, func(time.Time) tea.Msg { return tea.ClearScreen() }), true
		}
	case tea.BackgroundColorMsg:
		a.inks = newTheme(true, msg.IsDark())
		a.panel.forget()
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore && (msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet) {
			a.cells.clusters = true // the renderer counts so from now on
			a.panel.forget()
		}
	case tickMsg:
		a.tellNews()
		return batch(tick(), a.quietNow(), a.saveNow(), a.toOverlay(msg)), true
	case quietMsg:
		return a.quietNow(), true
	case openMsg:
		return a.open(msg.o), true
	case waitMsg:
		a.waiting = append(a.waiting, msg.o)
		return a.quietNow(), true
	case sayMsg:
		a.remark = remark(msg)
		return nil, true
	case runMsg:
		a.close()
		return a.run(msg.act), true
	case typeMsg:
		if a.letting() == nil {
			a.close()
		}
		if a.session != nil {
			a.entry.history.add(strings.TrimSpace(a.entry.text)) // what stood there is not lost
		}
		a.setEntry(msg.line, len(msg.line))
		return nil, true
	case earlierMsg:
		a.earlierNow(msg)
	case saveMsg:
		return a.saveNow(), true
	case syncedMsg:
		return a.synced(msg), true
	case savedMsg:
		return batch(a.saved(msg), a.publishNow()), true
	default:
		return a.dialogMsg(msg)
	}
	return nil, true
}

// alwaysKey handles the keys that work in front of everything.
func (a *app) alwaysKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch a.keys.act(k.Keystroke(), onEntry|onChosen) {
	case actRedraw:
		a.panel.forget()
		return tea.ClearScreen, true
	case actSuspend:
		return tea.Suspend, true
	}
	return nil, false
}

// toOverlay hands a message to what is in front.
func (a *app) toOverlay(msg tea.Msg) tea.Cmd {
	if a.over == nil {
		return nil
	}
	o, cmd := a.over.update(msg)
	if o == nil {
		a.close()
	} else {
		a.over = o
	}
	return batch(cmd, a.quietLater())
}

// open puts an overlay in front. What stands aside comes back behind it.
func (a *app) open(o overlay) tea.Cmd {
	if under := a.letting(); under != nil {
		a.under = under
	}
	a.over = o
	return a.toOverlay(changedMsg{})
}

// close takes away what is in front.
func (a *app) close() {
	a.over = nil
	if a.under != nil {
		a.over, a.under = a.under, nil
	}
}

// quietNow opens what waits, if nobody is typing: nothing was for a moment, and
// no line is half done.
func (a *app) quietNow() tea.Cmd {
	if len(a.waiting) == 0 || a.over != nil && a.letting() == nil {
		return nil
	}
	if since := a.now().Sub(a.typed); since >= 0 && since < quiet || strings.TrimSpace(a.entry.text) != "" {
		return a.quietLater()
	}
	o := a.waiting[0]
	a.waiting = a.waiting[1:]
	return a.open(o)
}

// quietLater has quietNow called again, if there is something to open.
func (a *app) quietLater() tea.Cmd {
	if len(a.waiting) == 0 || a.over != nil && a.letting() == nil {
		return nil
	}
	wait := quiet
	if since := a.now().Sub(a.typed); since > 0 && since < quiet {
		wait = quiet - since
	}
	return tea.Tick(wait, func(time.Time) tea.Msg { return quietMsg{} })
}

// batch is tea.Batch without a goroutine where there is nothing to do.
func batch(cmds ...tea.Cmd) tea.Cmd {
	var one tea.Cmd
	n := 0
	for _, c := range cmds {
		if c != nil {
			one = c
			n++
		}
	}
	if n <= 1 {
		return one
	}
	return tea.Batch(cmds...)
}
