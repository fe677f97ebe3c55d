package archive

import (
	"cmp"
	"slices"

	"telko/minutes"
)

// LintMotions returns what does not fit about motions over meetings and log, in
// order of files and lines: what minutes.Lint cannot see in one file.
func (w *Workspace) LintMotions() ([]minutes.Finding, error) {
	reg, err := w.MotionRegister()
	if err != nil {
		return nil, err
	}
	refs, err := w.Meetings()
	if err != nil {
		return nil, err
	}
	paths := map[string]Ref{}
	for _, r := range refs {
		paths[r.ID] = r
	}
	var out []minutes.Finding
	for _, r := range slices.Concat(reg.Motions, reg.Resolutions) {
		for i := range r.Remarks {
			m := &r.Remarks[i]
			f := minutes.Finding{Line: m.Line, Code: minutes.Code(m.Code), Remark: true, Err: minutes.RemarkError(r, m)}
			switch ref, ok := paths[m.Meeting]; {
			case ok && m.Private:
				f.File = privatePath(ref)
			case ok:
				f.File = ref.Path
			case m.Event != nil && m.Event.Private:
				f.File = privateLog
			default:
				f.File = motionLog
			}
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b minutes.Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return out, nil
}
