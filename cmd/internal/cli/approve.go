package cli

import (
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
	"telko/wiki"
)

type approveOptions struct {
	args       []string
	in, vote   string
	by         wordList
	amendments texts
	dryRun     bool
}

func (a *app) newApprove() *cobra.Command {
	var o approveOptions
	c := a.command("approve MEETING --in MEETING", lang.HelpApprove, exitConflict)
	c.Args = oneArg
	f := c.Flags()
	f.StringVar(&o.in, "in", "", lang.FlagApproveIn.In(a.lang))
	f.StringVar(&o.vote, "vote", "", lang.FlagApproveVote.In(a.lang))
	f.Var(&o.by, "by", lang.FlagApproveBy.In(a.lang))
	f.Var(&o.amendments, "amendment", lang.FlagApproveAmendment.In(a.lang))
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagApproveDryRun.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMeetings)
	a.complete(c, "in", a.completeMeetings)
	a.complete(c, "by", a.completePeople)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runApprove(o)
	}
	return c
}

// runApprove writes into a meeting's file that a later one approved it.
func (a *app) runApprove(o approveOptions) error {
	if o.in == "" {
		return &exitError{exitUsage, lang.E(lang.ApproveIn).Hint(lang.ApproveInHint)}
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ref, err := a.meeting(ws, o.args)
	if err != nil {
		return err
	}
	in, err := a.meeting(ws, []string{o.in})
	if err != nil {
		return err
	}
	if in.ID == ref.ID {
		return usage(lang.ApproveItself, ref.ID)
	}
	f, err := ws.Load(ref)
	if err != nil {
		return err
	}
	isNew := f.Meeting.Status != minutes.StatusApproved
	approval, err := a.approval(ws, in, o, isNew)
	if err != nil {
		return err
	}
	if isNew {
		if approval.Revision, err = a.approvedRevision(ws, ref, f); err != nil {
			return err
		}
	}
	if o.dryRun {
		after, err := f.Approve(approval)
		if err != nil {
			return err
		}
		name := a.path(ws, ref.Path)
		a.out.Print(string(diff.Diff(name, f.Source(), name, after)))
		return nil
	}
	_, err = ws.Edit(ref, func(old []byte) ([]byte, error) {
		now, err := minutes.Parse(ref.Path, old, ws.Context())
		if err != nil {
			return nil, err
		}
		return now.Approve(approval)
	})
	if err != nil {
		return err
	}
	said := lang.ApproveDone
	if !isNew {
		said = lang.ApproveAmended
	}
	a.out.Say(said, ref.ID, in.ID)
	if approval.Revision > 0 || !isNew && ws.Settings().Wiki.API != "" {
		a.out.Hint(lang.ApproveNext, ref.ID)
	}
	return nil
}

// approval returns what the options say, and who was there in the telco that
// resolved it.
func (a *app) approval(ws *archive.Workspace, in archive.Ref, o approveOptions, isNew bool) (minutes.Approval, error) {
	f, err := ws.Load(in)
	if err != nil {
		return minutes.Approval{}, err
	}
	m := &f.Meeting
	r := minutes.Approval{Meeting: m.Title, Date: m.Date, Amendments: o.amendments}
	if r.Meeting == "" {
		r.Meeting = m.ID
	}
	if o.vote != "" {
		v, ok := motions.ReadVote(o.vote)
		if !ok {
			return r, &exitError{exitUsage, lang.E(lang.ApproveVote, o.vote).Hint(lang.ApproveVoteHint)}
		}
		r.Vote = &v
	}
	for _, word := range o.by {
		p, ok := ws.People().Find(strings.TrimSpace(word))
		if !ok {
			return r, &exitError{exitUsage, a.noPerson(ws, word, lang.E(lang.PersonUnknown, word))}
		}
		r.By = append(r.By, nameOf(p.Name, p.Nick))
	}
	for _, p := range m.Present {
		if len(o.by) > 0 || p.Guest {
			continue
		}
		if name := nameOf(p.Name, p.Nick); name != "" && !slices.Contains(r.By, name) {
			r.By = append(r.By, name)
		}
	}
	if len(r.By) == 0 && isNew {
		return r, &exitError{exitUsage, lang.E(lang.ApproveNobody, in.ID).Hint(lang.ApproveNobodyHint)}
	}
	return r, nil
}

// nameOf returns the name of a person, the nick of one without.
func nameOf(name, nick string) string {
	if name == "" {
		return nick
	}
	return name
}

// approvedRevision returns the revision of the meeting's page that says what
// the file says, 0 for minutes that are on no wiki. What the page says else
// could not be approved by its number.
func (a *app) approvedRevision(ws *archive.Workspace, ref archive.Ref, f *minutes.File) (int, error) {
	api := ws.Settings().Wiki.API
	if api == "" {
		return 0, nil
	}
	state, err := a.state(ws)
	if err != nil {
		return 0, err
	}
	base, ok, err := wiki.OpenBases(state, api).Get(ref.ID)
	if err != nil || !ok {
		return 0, err
	}
	p, err := public(ws, f)
	if err != nil {
		return 0, err
	}
	if string(p.Markdown()) != base.Markdown {
		err := lang.E(lang.ApproveUnpublished, ref.ID, base.Revision).Hint(lang.ApproveSyncFirst, ref.ID)
		return 0, &exitError{exitConflict, err}
	}
	return base.Revision, nil
}
