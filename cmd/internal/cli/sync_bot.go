package cli

import (
	"encoding/json"
	"errors"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
)

// botTeller tells the log of a timer of a run: a line for every change and for
// everything that needs somebody, and nothing else. With --log-json each line
// is a botLine.
type botTeller struct {
	a        *app
	o        syncOptions
	began    time.Time
	seen     int
	changed  int
	failed   int
	requests int
	code     int
	// shown returns a message as others may read it, who read the log of a
	// machine; nil until the workspace is open.
	shown func(string) string
}

// public returns a message with nicks where nicks stand for names. One in which a
// name is left says no more than that it was left out.
func (t *botTeller) public(message string) string {
	if t.shown == nil || message == "" {
		return message
	}
	if message = t.shown(message); message == "" {
		return lang.SyncBotHidden.In(t.a.lang)
	}
	return message
}

// botLine is one line of --log-json. Programs read it: fields are added, never
// changed.
type botLine struct {
	Time     string `json:"time"`
	Level    string `json:"level"` // info, warn, error
	Event    string `json:"event"` // pulled, created, updated, adopted, moved, merged, left, unread, conflict, failed, waiting, done
	Meeting  string `json:"meeting,omitempty"`
	Title    string `json:"title,omitempty"`
	Revision int    `json:"revision,omitempty"`
	URL      string `json:"url,omitempty"`
	From     string `json:"from,omitempty"`    // moved: the title before
	Reason   string `json:"reason,omitempty"`  // conflict, left: as wiki.Reason
	Message  string `json:"message,omitempty"` // for people
	Hint     string `json:"hint,omitempty"`
	Seconds  int    `json:"seconds,omitempty"` // waiting: how long
	Code     int    `json:"code,omitempty"`    // conflict, failed, done: exit code
	Summary  *tally `json:"summary,omitempty"` // done
	DryRun   bool   `json:"dry_run,omitempty"`
}

// tally counts a run.
type tally struct {
	Meetings int     `json:"meetings"`
	Changed  int     `json:"changed"`
	Failed   int     `json:"failed"`
	Requests int     `json:"requests"`
	Seconds  float64 `json:"seconds"`
}

// The levels of lines.
const (
	levelInfo  = "info"
	levelWarn  = "warn"
	levelError = "error"
)

func (t *botTeller) begin(ws *archive.Workspace, _ int) { t.shown = ws.PublicText }

// request counts the requests.
func (t *botTeller) request() { t.requests++ }

func (t *botTeller) wait(d time.Duration) {
	if t.o.logJSON && d >= time.Second {
		t.log(botLine{Level: levelInfo, Event: "waiting", Seconds: int(d.Round(time.Second) / time.Second)})
	}
}

func (t *botTeller) tell(_ archive.Ref, r wiki.Result) {
	t.seen++
	line := botLine{Level: levelInfo, Meeting: r.Meeting, Title: r.Title, Revision: r.Revision, URL: r.URL}
	if r.Err != nil {
		t.failed++
		t.fail(r.Err, line)
		return
	}
	if hasChanged(r) {
		t.changed++
	}
	say := func(event string, message lang.Text, args ...any) {
		line.Event, line.Message = event, message.In(t.a.lang, args...)
		t.log(line)
	}
	if r.MovedFrom != "" {
		line.From = r.MovedFrom
		say("moved", lang.PublishMoved, r.MovedFrom, r.Title)
		line.From = ""
	}
	if r.Pulled && t.o.dryRun {
		say("pulled", lang.WouldPull, r.Meeting)
	} else if r.Pulled {
		say("pulled", lang.SyncPulled, r.Meeting)
	}
	switch r.Outcome {
	case wiki.Created, wiki.Updated, wiki.Adopted:
		done := told(r, t.o.dryRun).In(t.a.lang, r.Title)
		if t.o.dryRun {
			say(string(r.Outcome), lang.SyncBotWould, r.Meeting, done)
		} else {
			say(string(r.Outcome), lang.SyncBotLine, r.Meeting, done, r.Revision)
		}
	}
	if r.Merged {
		say("merged", lang.PublishMerged, r.Title)
	}
	if r.Left == wiki.ReasonExcluded {
		line.Reason = string(r.Left)
		say("left", lang.SyncExcluded, r.Title)
	}
}

func (t *botTeller) page(p wiki.OwnPage) {
	line := botLine{Level: levelInfo, Title: p.Title}
	if p.Err != nil {
		t.failed++
		t.fail(p.Err, line)
		return
	}
	say := func(event string, message lang.Text, args ...any) {
		line.Event, line.Message = event, message.In(t.a.lang, args...)
		t.log(line)
	}
	for _, text := range p.Moved {
		say("left", lang.SyncLineMoved, p.Title, oneLine(text))
	}
	for _, text := range t.a.unreadLines(p.Log.Bad) {
		t.log(botLine{Level: levelWarn, Event: "unread", Title: p.Title, Message: text})
	}
	if p.Log.Left > 0 && !t.o.dryRun {
		say("left", lang.SyncLogLeft, p.Title, p.Log.Left)
	}
	r := wiki.Result{Outcome: p.Outcome, Pulled: len(p.Events) > 0}
	if hasChanged(r) {
		t.changed++
	}
	if r.Pulled {
		say("pulled", lang.SyncEvents, p.Title, len(p.Events))
	}
	if r.Outcome == wiki.Created || r.Outcome == wiki.Updated {
		say(string(r.Outcome), told(r, t.o.dryRun), p.Title)
	}
}

// fail logs what went wrong with a meeting, or with the run.
func (t *botTeller) fail(err error, line botLine) {
	code := exitCode(err)
	t.code = max(t.code, code)
	line.Message, line.Hint = t.public(say(err, t.a.lang)), t.a.hintOf(err)
	var place *minutes.LineError
	if line.Message == lang.SyncBotHidden.In(t.a.lang) && errors.As(err, &place) {
		line.Message = at(place.File, place.Line) + line.Message
	}
	if !t.o.logJSON {
		if !errors.Is(err, errSilent) {
			t.a.out.Fail(line.Message, t.public(line.Hint))
		}
		return
	}
	line.Level, line.Event, line.Code = levelError, "failed", code
	var conflict *wiki.ConflictError
	if errors.As(err, &conflict) {
		line.Level, line.Event, line.Reason = levelWarn, "conflict", string(conflict.Reason)
	}
	t.log(line)
}

func (t *botTeller) end(err error) error {
	if err != nil {
		t.fail(err, botLine{})
	}
	if t.o.logJSON {
		t.log(botLine{Level: levelInfo, Event: "done", Code: t.code, Summary: &tally{
			t.seen, t.changed, t.failed, t.requests, t.a.env.Now().Sub(t.began).Round(time.Millisecond).Seconds(),
		}})
	}
	if t.code != exitDone {
		return &exitError{t.code, errSilent}
	}
	return nil
}

// log writes a line at once: a run may take long, and may be killed.
func (t *botTeller) log(line botLine) {
	line.Message, line.Hint = t.public(line.Message), t.public(line.Hint)
	if !t.o.logJSON {
		t.a.out.Print(oneLine(line.Message) + "\n")
		t.a.out.Flush()
		return
	}
	line.Time, line.DryRun = t.a.env.Now().Format(time.RFC3339), t.o.dryRun
	b, err := json.Marshal(line)
	if err != nil {
		b = []byte(`{"level":"error","event":"failed"}`) // cannot be: strings and numbers
	}
	t.a.out.Print(string(b) + "\n")
	t.a.out.Flush()
}
