package motions

import "strings"

// findSame remarks on motions that look as if an earlier one went on in them,
// under another id: one that has an earlier one's wording, or its title and no
// text of its own, as where a page was split. Nothing is joined: whoever knows
// writes the earlier id behind the later heading.
func findSame(all []*Record) {
	wordings := make(map[string]*Record, len(all))
	var titles map[string]*Record
	for i, r := range all {
		if r.Orphan || r.Resolution {
			continue
		}
		s := &r.stations[0]
		text := hasText(s.Motion)
		if text {
			d := s.wording()
			if before := wordings[d]; before == nil {
				wordings[d] = r
			} else if before.first() != r.first() {
				r.goesOn(before)
			}
			continue
		}
		if r.Title == "" {
			continue
		}
		if titles == nil {
			titles = make(map[string]*Record, len(all))
			for _, before := range all {
				if !before.Orphan && !before.Resolution && hasText(before.stations[0].Motion) {
					if key := bareTitle(before.Title); titles[key] == nil {
						titles[key] = before
					}
				}
			}
		}
		if before := titles[bareTitle(r.Title)]; before != nil && before != r && before.Places[0].Date.Before(all[i].Places[0].Date) {
			r.goesOn(before)
		}
	}
}

func hasText(m *Motion) bool {
	for i := range m.Parts {
		if m.Parts[i].Kind == TextPart {
			return true
		}
	}
	return false
}

// bareTitle returns a title for comparing, without "(Teil 2)" and the like.
func bareTitle(s string) string {
	s = fold(s)
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		switch first, _, _ := strings.Cut(strings.TrimSuffix(s[i+1:], ")"), " "); first {
		case "fortsetzung", "teil", "continued", "part", "forts.", "cont.":
			s = strings.TrimSpace(s[:i])
		}
	}
	return s
}

// goesOn notes that r looks as if before went on in it.
func (r *Record) goesOn(before *Record) {
	if before.Private && !r.Private || before.ID == "" {
		return
	}
	r.Same = before.ID
	r.RemarkSame()
}

// RemarkSame adds the remark of Same: for who reads a record without the others.
func (r *Record) RemarkSame() {
	if r.Same != "" {
		r.remark(Remark{Code: PerhapsSame, Meeting: r.first(), Line: r.line(), Private: r.Private, Words: []any{string(r.Same)}})
	}
}
