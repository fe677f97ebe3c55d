package capture

import "strings"

// oneParagraph returns Markdown of however many blocks as one paragraph: a
// decision outside motions ends where its paragraph does. What began a block
// begins a line, with the marks it had as text.
func oneParagraph(md string) string {
	if !strings.Contains(md, "\n") {
		return md
	}
	var out []string
	apart, fence := false, ""
	for _, line := range strings.Split(md, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			apart = true
			continue
		}
		if fence == "" {
			fence = fenceOf(line)
		} else if closes(line, fence) {
			fence = ""
		}
		at, n := blockStart(line)
		if n == 0 && startsBlock(line) {
			n = 1
		}
		apart = apart || n > 0 || fence != ""
		if n > 0 {
			line = line[:at] + `\` + strings.Join(strings.Split(line[at:at+n], ""), `\`) + line[at+n:]
		}
		if i := len(out) - 1; i >= 0 && apart && !strings.HasSuffix(out[i], `\`) {
			out[i] += `\`
		}
		out, apart = append(out, line), n > 0
	}
	return strings.Join(out, "\n")
}
