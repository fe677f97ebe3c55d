package site

import "testing"

// What comes from minutes is text wherever it is put, never markup.
func TestTextIsEscaped(t *testing.T) {
	p := &builder{}
	evil := `<script>"'&</script>`
	p.put(`<a href="%s">%s</a> %d%s %s`+"\n", evil, evil, 3, markup("<br>"), named(evil))
	escaped := "&lt;script&gt;&#34;&#39;&amp;&lt;/script&gt;"
	if want := `<a href="` + escaped + `">` + escaped + "</a> 3<br> " + escaped + "\n"; p.b.String() != want {
		t.Errorf("got  %swant %s", p.b.String(), want)
	}
	p = &builder{}
	p.from(&ref{File: `"x`, Date: "<1>"})
	if want := `<td class="fit"><a href="&#34;x">&lt;1&gt;</a></td>`; p.b.String() != want {
		t.Errorf("got %s", p.b.String())
	}
}

type named string

func (s named) String() string { return string(s) }
