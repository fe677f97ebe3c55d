package minutes

import "bytes"

// ParseHead reads what the head of a meeting's file says: its front matter and
// its title. It is Parse for lists: much faster, with the same error, and what
// stands below the title (people, agenda, motions, tasks) is left out.
func ParseHead(name string, src []byte, ctx Context) (Meeting, error) {
	f := &File{name: name, src: src, ctx: ctx}
	at, _, err := f.readFront()
	if err != nil {
		err.File = name
		return Meeting{}, err
	}
	for next := at; at < len(src); at = next {
		var line Span
		line, next = lineAt(src, at)
		if len(bytes.TrimSpace(line.Of(src))) == 0 {
			continue
		}
		level, title := readATX(line.Of(src))
		if level == 1 {
			f.Meeting.Title = titleText(src, Span{line.Start + title.Start, line.Start + title.End})
			return f.Meeting, nil
		}
		break
	}
	if at >= len(src) {
		return f.Meeting, nil
	}
	// Something else comes first, so that only Markdown's rules tell the title.
	whole, perr := Parse(name, src, ctx)
	if perr != nil {
		return Meeting{}, perr
	}
	f.Meeting.Title = whole.Meeting.Title
	return f.Meeting, nil
}
