package wiki

import "telko/wiki/client"

// published reports whether the page is what another machine made of a later
// text of this file, and the file was changed from that: it came along with git,
// say. Then the page is the base. A file that does not know that text yet is
// more like the base that this machine has.
func (j *job) published(s *sides, m *agreed, page client.Page) bool {
	tag := tagOf(page.Comment)
	if tag == "" || s.markdown == s.base.Markdown {
		return false
	}
	md := s.withIDs(m.wiki)
	if Tag([]byte(md)) != tag || different(s.markdown, md) >= different(s.markdown, s.base.Markdown) {
		return false
	}
	says, err := j.p.With([]byte(md))
	if err != nil {
		return false
	}
	m.wiki, m.says = md, says
	return true
}
