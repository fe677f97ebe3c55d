package cli

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/capture/disk"
	"telko/minutes/lang"
	"telko/wiki"
)

type doctorOptions struct{ offline, json bool }

func (a *app) newDoctor() *cobra.Command {
	var o doctorOptions
	c := a.command("doctor", lang.HelpDoctor)
	c.Args = noArgs
	c.Flags().BoolVar(&o.offline, "offline", false, lang.FlagDoctorOffline.In(a.lang))
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	c.RunE = func(*cobra.Command, []string) error {
		ctx, stop := interruptible()
		defer stop()
		return a.runDoctor(ctx, o)
	}
	return c
}

// finding is what the doctor says of one thing.
type finding struct {
	check string // what was looked at, for programs
	state string // ok, warning, error
	at    string // file and line, "" for none
	text  string
	hint  string
}

// checkJSON is a finding for programs.
type checkJSON struct {
	Check string `json:"check"`
	State string `json:"state"`
	At    string `json:"at"`
	Text  string `json:"text"`
	Hint  string `json:"hint"`
}

// The states of findings.
const (
	isFine    = "ok"
	isDoubt   = "warning"
	isTrouble = "error"
)

// doctor looks at one thing after the other.
type doctor struct {
	a   *app
	ws  *archive.Workspace
	all []finding
}

// runDoctor says what is wrong here and how to mend it. Nothing is changed.
func (a *app) runDoctor(ctx context.Context, o doctorOptions) error {
	d := &doctor{a: a}
	ws, err := a.workspace()
	if err != nil {
		d.trouble("workspace", err)
	} else {
		d.ws = ws
		d.fine("workspace", lang.DoctorWorkspace, ws.Root())
		d.files()
		d.git()
		d.state()
		d.me()
		if ws.Settings().Wiki.API != "" {
			d.wiki(ctx, o.offline)
		}
	}
	return d.tell(o)
}

func (d *doctor) fine(check string, t lang.Text, args ...any) {
	d.all = append(d.all, finding{check: check, state: isFine, text: t.In(d.a.lang, args...)})
}

func (d *doctor) doubt(check, place string, err error) {
	d.all = append(d.all, finding{check: check, state: isDoubt, at: place, text: say(err, d.a.lang), hint: d.a.hintOf(err)})
}

func (d *doctor) trouble(check string, err error) {
	d.all = append(d.all, finding{check: check, state: isTrouble, text: say(err, d.a.lang), hint: d.a.hintOf(err)})
}

// problems are lines of files that were left out when they were read.
func (d *doctor) problems(check string, all []archive.Problem) {
	for _, p := range all {
		var broken *minutes.LineError // it names the file itself
		if errors.As(p.Err, &broken) {
			p.Line, p.Err = broken.Line, broken.Err
		}
		place := p.Path
		if p.Line > 0 {
			place += ":" + decimal0(p.Line)
		}
		d.doubt(check, place, p.Err)
	}
}

// files reads every file and log of the workspace.
func (d *doctor) files() {
	refs, err := d.ws.Meetings()
	if err != nil {
		d.trouble("files", err)
		return
	}
	reg, err := d.ws.Register()
	if err != nil {
		d.trouble("files", err)
		return
	}
	motions, err := d.ws.MotionLogProblems()
	if err != nil {
		d.trouble("files", err)
		return
	}
	d.problems("files", reg.Problems)
	d.problems("files", motions)
	again, err := d.ws.Renumber(nil, true)
	if err != nil {
		d.trouble("ids", err)
		return
	}
	for _, r := range again {
		d.doubt("ids", r.Meeting+":"+decimal0(r.Line), lang.E(lang.DoctorTwice, string(r.Old)).Hint(lang.DoctorTwiceHint))
	}
	if len(reg.Problems)+len(motions)+len(again) == 0 {
		d.fine("files", lang.DoctorFiles, len(refs), len(reg.Tasks))
	}
}

func (d *doctor) git() {
	problems, err := d.ws.Git()
	if err != nil {
		d.trouble("git", err)
		return
	}
	d.problems("git", problems)
}

// state looks at what is kept outside of the workspace: telcos that a crash
// ended, and what was seen of pages.
func (d *doctor) state() {
	state, err := d.a.state(d.ws)
	if err != nil {
		d.trouble("state", err)
		return
	}
	left, err := capture.Unfinished(disk.Dir(filepath.Join(state, "journals")))
	if err != nil {
		d.trouble("state", err)
	}
	for _, id := range left {
		d.doubt("state", id, lang.E(lang.DoctorJournal, id).Hint(lang.DoctorJournalHint))
	}
	api := d.ws.Settings().Wiki.API
	if api == "" {
		return
	}
	refs, err := d.ws.Meetings()
	if err != nil {
		return // the files have told
	}
	ids := make([]string, len(refs))
	for i, r := range refs {
		ids[i] = r.ID
	}
	bases := wiki.OpenBases(state, api)
	broken, orphans, err := bases.Check(ids)
	if err != nil {
		d.trouble("state", err)
	}
	for _, err := range broken {
		d.doubt("state", "", err)
	}
	for _, id := range orphans {
		d.doubt("state", id, lang.E(lang.DoctorOrphan, id).Hint(lang.DoctorOrphanHint))
	}
	if err := bases.Ready(); err != nil {
		d.trouble("state", err)
	}
}

func (d *doctor) me() {
	nick, err := d.a.whoAmI(d.ws)
	if err != nil {
		d.doubt("me", "", err)
		return
	}
	d.fine("me", lang.DoctorMe, nick)
}

// doctorPatience is how long the doctor waits for a wiki in all.
const doctorPatience = 20 * time.Second

// wiki logs in, as a sync would.
func (d *doctor) wiki(ctx context.Context, offline bool) {
	api := d.ws.Settings().Wiki.API
	c, err := d.a.wikiClient(d.ws)
	switch {
	case err != nil:
		d.trouble("wiki", err)
		return
	case offline:
		d.fine("wiki", lang.DoctorWikiOffline, api)
		return
	}
	ctx, stop := context.WithTimeout(ctx, doctorPatience)
	defer stop()
	if err := c.Login(ctx); err != nil {
		d.trouble("wiki", wiki.Explain(err))
		return
	}
	d.fine("wiki", lang.DoctorWiki, api, c.Account())
}

// tell shows what was found. Whoever has to mend something gets a failure.
func (d *doctor) tell(o doctorOptions) error {
	list, wrong := []checkJSON{}, 0
	tab := &table{heads: []lang.Text{lang.HeadState, lang.HeadText}}
	for _, f := range d.all {
		list = append(list, checkJSON{f.check, f.state, f.at, f.text, f.hint})
		line := f.text
		if f.at != "" {
			line = f.at + ": " + line
		}
		if f.state != isFine {
			wrong++
			if f.hint != "" {
				line += " – " + f.hint
			}
		}
		state := both(d.word(f.state), f.check)
		if f.state == isTrouble {
			state.style = urgent
		}
		tab.add(state, both(line, f.state), text(f.at), text(f.text), text(f.hint))
	}
	if o.json {
		if err := d.a.out.JSON(list); err != nil {
			return err
		}
	} else {
		d.a.out.Table(tab)
	}
	if wrong == 0 {
		d.a.out.Talk(lang.DoctorFine)
		return nil
	}
	d.a.out.Talk(lang.DoctorWrong, wrong)
	return errSilent
}

// word is a state for people.
func (d *doctor) word(state string) string {
	switch state {
	case isDoubt:
		return lang.DoctorDoubt.In(d.a.lang)
	case isTrouble:
		return lang.DoctorTrouble.In(d.a.lang)
	}
	return lang.DoctorOK.In(d.a.lang)
}
