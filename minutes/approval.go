package minutes

import (
	"bytes"
	"strings"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// Approval is what a telco resolved about the minutes of an earlier one.
type Approval struct {
	Meeting    string    // title of the telco that resolved it
	Date       when.Date // its day
	By         []string  // who took part, as people are named
	Vote       *motions.Vote
	Revision   int      // of the wiki page that was approved, 0 for none
	Amendments []string // what is to be corrected, a sentence or two each
}

// Approve returns f as approved: its status, and at the end a section for
// readers that says who approved it, when, with which vote, which revision of
// its page, and what was corrected. Minutes that are approved already take only
// amendments, each with its day: what was approved stays as it is. It is an
// error to approve what has not ended.
func (f *File) Approve(a Approval) ([]byte, error) {
	switch s := f.Meeting.Status; {
	case !s.Held():
		return nil, lang.E(lang.ApproveNotEnded, f.Meeting.ID, string(s))
	case s == StatusApproved && len(a.Amendments) == 0:
		return nil, lang.E(lang.ApprovedAlready, f.Meeting.ID).Hint(lang.ApprovedAlreadyHint)
	case a.Date.Before(f.Meeting.Date):
		return nil, lang.E(lang.ApproveBefore, a.Meeting, f.Meeting.ID)
	}
	lines := a.lines(f.ctx.Lang, f.Meeting.Status != StatusApproved)
	g, err := Parse(f.name, f.SetKey("status", string(StatusApproved)), f.ctx)
	if err != nil {
		return nil, err
	}
	return g.withApproval(lines)
}

// lines returns the list of the section.
func (a Approval) lines(l lang.Lang, first bool) []string {
	day := FormatDate(a.Date, l)
	var out []string
	if first {
		line := lang.ApprovedLine.In(l, day, oneLine(a.Meeting))
		if len(a.By) > 0 {
			line += lang.ApprovedBy.In(l, strings.Join(a.By, ", "))
		}
		out = append(out, line)
		if a.Vote != nil {
			out = append(out, lang.LabelVote.Write(l)+": "+formatVote(a.Vote, l))
		}
		if a.Revision > 0 {
			out = append(out, lang.ApprovedRevision.In(l, a.Revision))
		}
	}
	for _, text := range a.Amendments {
		out = append(out, lang.ApprovedAmendment.In(l, day, oneLine(text)))
	}
	return out
}

// withApproval returns f with lines at the end of the section of its approval.
// What they say must make no task and hide nothing.
func (f *File) withApproval(lines []string) ([]byte, error) {
	text := "- " + strings.Join(lines, "\n- ")
	var out []byte
	if s := f.approval(); s != nil {
		nl := lineBreak(f.src)
		end := s.At.Start + len(bytes.TrimRight(f.src[s.At.Start:s.At.End], "\r\n\t "))
		out = splice(f.src, []edit{{Span{end, end}, nl + strings.ReplaceAll(text, "\n", nl)}})
	} else {
		out = f.insert(len(f.src), "## "+lang.ApprovedHeading.In(f.ctx.Lang)+"\n\n"+text)
	}
	g, err := Parse(f.name, out, f.ctx)
	if err != nil {
		return nil, err
	}
	if _, err := NewPublic(f, PublicOptions{People: f.ctx.People}); err == nil {
		if _, err := NewPublic(g, PublicOptions{People: f.ctx.People}); err != nil {
			return nil, err
		}
	}
	if len(g.Meeting.Tasks) != len(f.Meeting.Tasks) {
		return nil, lang.E(lang.ApproveNoText, lines[len(lines)-1])
	}
	return out, nil
}

// approval returns the section of f that tells of its approval, nil if there
// is none.
func (f *File) approval() *Section {
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Kind == SectionTopic && lang.IsApproval(s.Title) {
			return s
		}
	}
	return nil
}
