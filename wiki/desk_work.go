package wiki

import (
	"context"
	"slices"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki/client"
)

// public returns a file as it may leave the team.
func (d *Desk) public(f *minutes.File) (minutes.Public, error) {
	return minutes.NewPublic(f, d.Workspace.PublicOptions())
}

// parse reads a text as the meeting's file.
func (d *Desk) parse(ref archive.Ref, src []byte) (*minutes.File, error) {
	return minutes.Parse(ref.Path, src, d.Workspace.Context())
}

// publicText returns what of a text may leave the team.
func (d *Desk) publicText(ref archive.Ref, text string) (string, error) {
	f, err := d.parse(ref, []byte(text))
	if err != nil {
		return "", err
	}
	p, err := d.public(f)
	return string(p.Markdown()), err
}

// errNotEnded is an agenda, or a telco that goes on.
type errNotEnded struct{ err *lang.Error }

func (e errNotEnded) Error() string         { return e.err.Error() }
func (e errNotEnded) In(l lang.Lang) string { return e.err.In(l) }
func (e errNotEnded) Unwrap() error         { return e.err }

// ended returns an error if a meeting is none that is published yet.
func (d *Desk) ended(f *minutes.File, o SyncOptions) error {
	s := f.Meeting.Status
	if s.Held() || slices.Contains(o.Also, s) {
		return nil
	}
	return errNotEnded{lang.E(lang.PublishNotEnded, f.Meeting.ID, string(s)).Hint(lang.PublishSetStatus, f.Name())}
}

// wasDeleted returns who deleted the page called title, or moved it away, nil if
// nobody did. What
// the wiki's log says is asked for once.
func (d *Desk) wasDeleted(ctx context.Context, title string) (*client.Event, error) {
	if d.deleted == nil {
		gone, err := d.Wiki.Deletions(ctx)
		if err != nil {
			return nil, err
		}
		d.deleted = gone
	}
	for _, t := range titleForms(title) {
		if e, ok := d.deleted[t]; ok {
			return &e, nil
		}
	}
	return nil, nil
}

// options returns what the page of a meeting has beside the minutes.
func (d *Desk) options(ref archive.Ref) (PageOptions, error) {
	before, after, err := d.neighbours(ref)
	if err != nil {
		return PageOptions{}, err
	}
	s := d.Workspace.Settings()
	return PageOptions{
		Categories: s.Wiki.Categories,
		TasksPage:  s.Wiki.TasksPage,
		Before:     d.pageOf(before),
		After:      d.pageOf(after),
		TaskPage:   d.taskPage,
	}, nil
}

// PageOptionsFor returns what the page of a meeting has beside the minutes when a
// desk publishes it. The meeting need not be there yet.
func PageOptionsFor(ws *archive.Workspace, ref archive.Ref) (PageOptions, error) {
	return (&Desk{Workspace: ws, Files: ws}).options(ref)
}

// neighbours returns the meetings of the same series before and after one,
// empty ones where there is none.
func (d *Desk) neighbours(ref archive.Ref) (before, after archive.Ref, err error) {
	if d.meetings == nil {
		if d.meetings, err = d.Files.Meetings(); err != nil {
			return before, after, err
		}
	}
	for _, r := range d.meetings {
		switch {
		case r.Series != ref.Series || r.ID == ref.ID:
		case r.ID < ref.ID:
			before = r
		default:
			return before, r, nil
		}
	}
	return before, after, nil
}

// pageOf returns the title of a meeting's page, "" for one that is not there,
// cannot be read or is not published yet: a link to it would be red.
func (d *Desk) pageOf(ref archive.Ref) string {
	if ref.ID == "" {
		return ""
	}
	m, err := d.Workspace.Head(ref)
	if err != nil || !m.Status.Held() {
		return ""
	}
	return m.Page
}

// taskPage finds the page of the meeting of a task. The register is read when the
// first id is asked for: most pages name none.
func (d *Desk) taskPage(id tasks.ID) (string, bool) {
	if d.taskMeetings == nil {
		d.taskMeetings, d.taskPages = map[tasks.ID]string{}, map[string]string{}
		reg, err := d.Workspace.Register()
		if err != nil {
			return "", false
		}
		for _, t := range reg.Tasks {
			if !t.Private {
				d.taskMeetings[t.ID] = t.Meeting
			}
		}
	}
	meeting := d.taskMeetings[id]
	if meeting == "" {
		return "", false
	}
	if _, ok := d.taskPages[meeting]; !ok {
		if ref, err := d.Workspace.Resolve(meeting); err == nil {
			d.taskPages[meeting] = d.pageOf(ref)
		}
	}
	return d.taskPages[meeting], d.taskPages[meeting] != ""
}

// holder returns the meeting whose page the one with an id is, if it is another's
// that names the same title: "" if there is none. Two meetings on one page would
// take each other's text out.
func (d *Desk) holder(ref archive.Ref, title string, page int) (string, error) {
	if d == nil {
		return "", nil
	}
	if d.named == nil {
		refs, err := d.Files.Meetings()
		if err != nil {
			return "", err
		}
		d.named = map[string][]string{}
		for _, r := range refs {
			if m, err := d.Workspace.Head(r); err == nil && m.Page != "" {
				d.named[m.Page] = append(d.named[m.Page], r.ID)
			}
		}
	}
	for _, id := range d.named[title] {
		if id == ref.ID {
			continue
		}
		if b, known, err := d.Bases.Get(id); err == nil && known && b.PageID == page {
			return id, nil
		}
	}
	return "", nil
}

// forget drops what was read of the workspace, before a run.
func (d *Desk) forget() {
	d.meetings, d.taskMeetings, d.taskPages, d.deleted, d.named = nil, nil, nil, nil, nil
}
