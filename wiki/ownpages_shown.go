package wiki

import (
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// gather reads the meetings: what of them may leave the machine now, and what
// the lists show of them. A meeting that is on the wiki is shown as it was last
// published, also while something keeps its file from being published: its rows
// would come and go otherwise, or say what its page does not.
func (s *ownPages) gather(d *Desk) error {
	refs, err := s.ws.Meetings()
	if err != nil {
		return err
	}
	for _, ref := range refs {
		f, p, err := s.now(d, ref)
		if err == nil {
			s.publics = append(s.publics, p)
		}
		base, known, baseErr := d.Bases.Get(ref.ID)
		known = known && baseErr == nil
		shown, ok := p, err == nil
		switch {
		case !known:
		case err != nil:
			shown, ok = lastPublic(d, ref, f, base)
		case string(p.Markdown()) != base.Markdown:
			if topics, lines := d.withdrawn(ref, base.Markdown, string(p.Markdown())); len(topics)+lines > 0 {
				break
			}
			if last, err := published(d, ref, base); err == nil {
				shown = last
			}
		}
		if !ok {
			continue
		}
		e := Entry{Minutes: shown, Page: shown.Meeting().Page}
		if known {
			e.Page, e.OnWiki = base.Title, true
		}
		s.shown = append(s.shown, shown)
		s.entries = append(s.entries, e)
	}
	return nil
}

// now returns a meeting's file, nil if it cannot be read, and what of it may
// leave the machine; what keeps it from that is told by Sync.
func (s *ownPages) now(d *Desk, ref archive.Ref) (*minutes.File, minutes.Public, error) {
	f, err := d.Files.Load(ref)
	if err != nil {
		return nil, minutes.Public{}, err
	}
	p, err := d.public(f)
	return f, p, err
}

// published returns what was last published of a meeting.
func published(d *Desk, ref archive.Ref, base Base) (minutes.Public, error) {
	f, err := d.parse(ref, []byte(base.Markdown))
	if err != nil {
		return minutes.Public{}, err
	}
	return d.public(f)
}

// lastPublic returns what was published of a meeting whose file f, nil if it
// cannot be read, must not be published now: but for the topics that are not in
// it as they were, or are marked as private.
func lastPublic(d *Desk, ref archive.Ref, f *minutes.File, base Base) (minutes.Public, bool) {
	p, err := published(d, ref, base)
	if err != nil {
		return p, false
	}
	if f == nil {
		return p, true
	}
	open := map[string]bool{}
	marked := 0 // level of the marked heading that the section is below
	for _, s := range f.Sections {
		if marked > 0 && s.Level > marked {
			continue
		}
		if marked = 0; strings.HasSuffix(strings.TrimSpace(s.Title), "}") {
			marked = s.Level
			continue
		}
		open[lang.Key(s.Title)] = true
	}
	md := string(p.Markdown())
	var b strings.Builder
	at := 0
	for _, s := range p.Sections() {
		if s.Level > 1 && !open[lang.Key(s.Title)] {
			b.WriteString(md[at:s.At.Start])
			at = s.At.End
		}
	}
	b.WriteString(md[at:])
	p, err = p.With([]byte(b.String()))
	return p, err == nil
}
