package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
)

// titleKey is the key of Head events that set the title.
const titleKey = "title"

// headWith returns the head of a file with a value set. It is an error if the
// file could not be read as minutes then.
func headWith(name string, p part, ctx minutes.Context, key, value string) (string, error) {
	f, err := minutes.Parse(name, []byte(p.head), ctx)
	if err != nil {
		return "", err
	}
	src := ""
	if key == titleKey {
		src = headTitle(p, f, value)
	} else {
		src = string(f.SetKey(key, value))
	}
	if _, err := minutes.ParseHead(name, []byte(src), ctx); err != nil {
		return "", err
	}
	return src, nil
}

// headTitle returns the head with another title.
func headTitle(p part, f *minutes.File, title string) string {
	line := "# " + headingMarkdown(title)
	if at := f.TitleLine(); !at.Empty() {
		return p.head[:at.Start] + line + p.head[at.End:]
	}
	head := p.head
	if head != "" && !strings.HasSuffix(head, "\n") {
		head += p.nl
	}
	return head + p.nl + line + p.nl
}

// newPrivate is what a private file beside the public one begins with: the same
// front matter, without the page, and title.
func (d *document) newPrivate() part {
	p := part{there: true, nl: d.public.nl, head: d.public.head}
	if f, err := minutes.Parse(d.name, []byte(p.head), d.ctx); err == nil {
		p.head = string(f.SetKey("page", ""))
	}
	return p
}

// checkHead is the error that a value of the head would be, nil if it is fine.
func (d *document) checkHead(key, value string) error {
	if key != titleKey && (key == "" || strings.ContainsAny(key, ": \t\n")) {
		return lang.E(lang.CaptureBadKey, key)
	}
	_, err := headWith(d.name, d.public, d.ctx, key, value)
	return err
}
