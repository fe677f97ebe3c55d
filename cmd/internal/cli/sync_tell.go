package cli

import (
	"slices"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
)

// syncTeller returns what tells of a run.
func (a *app) syncTeller(o syncOptions) syncTeller {
	if o.bot {
		return &botTeller{a: a, o: o, began: a.env.Now()}
	}
	return &personTeller{a: a, o: o, named: len(o.args) > 0}
}

// personTeller tells a person, or a pipe, of a run: what changed, a line a
// meeting, and of those that were named also what did not.
type personTeller struct {
	a       *app
	o       syncOptions
	named   bool // the person named meetings
	ws      *archive.Workspace
	total   int
	seen    int
	changed int
	failed  int
	code    int // the highest exit code of a meeting
}

func (t *personTeller) begin(ws *archive.Workspace, meetings int) {
	t.ws, t.total = ws, meetings
	t.progress()
}

// progress shows how far a run over several meetings has come.
func (t *personTeller) progress() {
	if t.total > 1 {
		t.a.out.Progress(lang.SyncProgress, t.seen, t.total)
	}
}

func (t *personTeller) wait(d time.Duration) { t.a.sayWait(d) }

func (t *personTeller) tell(ref archive.Ref, r wiki.Result) {
	a := t.a
	a.out.Progressed()
	t.seen++
	err := r.Err
	if err == nil {
		err = t.refusal(ref, r)
	}
	switch {
	case err != nil:
		t.failed++
		t.code = max(t.code, exitCode(err))
		if t.total == 1 {
			a.showConflict(err)
		}
		a.fail(err)
	case hasChanged(r) || t.named || r.Left == wiki.ReasonExcluded:
		if hasChanged(r) {
			t.changed++
		}
		t.say(ref, r)
	}
	t.progress()
}

// hasChanged reports whether a run changed a page or a file, or would.
func hasChanged(r wiki.Result) bool {
	return r.Pulled || slices.Contains([]wiki.Outcome{wiki.Created, wiki.Updated, wiki.Adopted}, r.Outcome)
}

// refusal returns why a meeting that somebody asked for was left out.
func (t *personTeller) refusal(ref archive.Ref, r wiki.Result) error {
	if !t.named {
		return nil
	}
	switch r.Left {
	case wiki.ReasonNotEnded:
		status := ""
		if m, err := t.ws.Head(ref); err == nil {
			status = string(m.Status)
		}
		return lang.E(lang.PublishNotEnded, ref.ID, status).Hint(lang.PublishSetStatus, t.a.path(t.ws, ref.Path))
	case wiki.ReasonDraft:
		return lang.E(lang.SyncDraft, ref.ID).Hint(lang.SyncPublishDraft, ref.ID)
	case wiki.ReasonNoPage:
		return lang.E(lang.WikiNoTitle, ref.ID).Hint(lang.WikiNoTitleHint)
	}
	return nil
}

// say tells what became of one meeting. A pipe gets meeting, outcome, title,
// revision, address, and "pulled" if the file changed; of a dry run, the diffs
// alone.
func (t *personTeller) say(ref archive.Ref, r wiki.Result) {
	a := t.a
	if t.o.dryRun {
		a.out.Print(ended(r.FileDiff) + ended(r.Diff))
	}
	if r.Outcome == wiki.Created || r.Outcome == wiki.Updated {
		if f, err := t.ws.Load(ref); err == nil {
			a.tellPublished(a.path(t.ws, ref.Path), f)
		}
	}
	t.remarks(r)
	switch {
	case t.o.dryRun:
		if r.Pulled {
			a.out.Talk(lang.WouldPull, r.Meeting)
		}
		if t.o.publish {
			a.out.Talk(told(r, true), r.Title)
		}
	case !a.out.outTTY:
		a.out.Record(pipeRecord(r)...)
	default:
		if r.Pulled {
			a.out.Say(lang.SyncPulled, r.Meeting)
		}
		if t.o.publish || !r.Pulled {
			a.out.Say(told(r, false), r.Title)
		}
		if r.URL != "" && t.named {
			a.out.Print(r.URL + "\n")
		}
	}
}

// page tells what became of one of telko's own pages. A pipe gets it as a
// meeting's, the name of the meeting being empty.
func (t *personTeller) page(p wiki.OwnPage) {
	a := t.a
	a.out.Progressed()
	if p.Err != nil {
		t.failed++
		t.code = max(t.code, exitCode(p.Err))
		a.fail(p.Err)
		return
	}
	for _, line := range p.Moved {
		a.out.Warn(lang.SyncLineMoved.In(a.lang, p.Title, oneLine(line)))
	}
	for _, line := range a.unreadLines(p.Log.Bad) {
		a.out.Warn(line)
	}
	if p.Log.Left > 0 && !t.o.dryRun {
		a.out.Talk(lang.SyncLogLeft, p.Title, p.Log.Left)
	}
	r := wiki.Result{Outcome: p.Outcome, Title: p.Title, Diff: p.Diff, Pulled: len(p.Events) > 0}
	if !hasChanged(r) {
		return
	}
	t.changed++
	if r.Pulled {
		a.out.Talk(lang.SyncEvents, p.Title, len(p.Events))
	}
	switch {
	case t.o.dryRun:
		a.out.Print(ended(p.Diff))
		a.out.Talk(told(r, true), p.Title)
	case !a.out.outTTY:
		a.out.Record(pipeRecord(r)...)
	case r.Outcome != wiki.Unchanged:
		a.out.Say(told(r, false), p.Title)
	}
}

// pipeRecord is what a pipe gets of one page.
func pipeRecord(r wiki.Result) []string {
	pulled := ""
	if r.Pulled {
		pulled = "pulled"
	}
	return []string{r.Meeting, string(r.Outcome), r.Title, decimal(r.Revision), r.URL, pulled}
}

// remarks says what else is worth knowing about a page.
func (t *personTeller) remarks(r wiki.Result) {
	if r.MovedFrom != "" {
		t.a.out.Talk(lang.PublishMoved, r.MovedFrom, r.Title)
	}
	if r.WikiChanged && !r.Pulled {
		t.a.out.Talk(lang.PublishWikiChanged, r.Title)
	}
	if r.Merged {
		t.a.out.Talk(lang.PublishMerged, r.Title)
	}
	if r.Left == wiki.ReasonExcluded {
		t.a.out.Talk(lang.SyncExcluded, r.Title)
	}
}

func (t *personTeller) end(err error) error {
	t.a.out.Progressed()
	if err != nil {
		t.code = max(t.code, exitCode(err))
		t.a.fail(err)
	} else if !t.named && t.failed == 0 && t.changed == 0 {
		t.a.out.Talk(lang.SyncNothing, t.seen)
	} else if t.seen > 1 {
		t.a.out.Talk(lang.SyncSummary, t.seen, t.changed, t.failed)
	}
	if t.code != exitDone {
		return &exitError{t.code, errSilent}
	}
	return nil
}

// told says what publishing a page came to; it takes the title.
func told(r wiki.Result, dryRun bool) lang.Text {
	switch {
	case r.Outcome == wiki.Created && dryRun:
		return lang.WouldCreate
	case r.Outcome == wiki.Adopted && dryRun:
		return lang.WouldAdopt
	case r.Outcome == wiki.Updated && dryRun:
		return lang.WouldUpdate
	case r.Outcome == wiki.Created:
		return lang.PublishedCreated
	case r.Outcome == wiki.Updated:
		return lang.PublishedUpdated
	case r.Outcome == wiki.Adopted:
		return lang.PublishedAdopted
	}
	return lang.PublishedUnchanged
}
