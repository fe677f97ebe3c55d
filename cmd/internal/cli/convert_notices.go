package cli

import (
	"bytes"
	"cmp"
	"slices"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/wikitext"
)

// notices collects what a conversion could not carry over.
type notices []wikitext.Notice

func (n *notices) add(x wikitext.Notice) { *n = append(*n, x) }

// addFor is add for what is written from wikitext: Markdown has a way to keep
// wikitext as it is, so that this is no loss there.
func (n *notices) addFor(to string) func(wikitext.Notice) {
	return func(x wikitext.Notice) {
		if to != asMarkdown || x.Code != wikitext.RawWikitext {
			n.add(x)
		}
	}
}

// mostNotices is how many are shown: a text of another encoding has one a line.
const mostNotices = 50

// tell shows them on stderr, in the order of the lines; of a file if path says
// which.
func (n notices) tell(a *app, path string) {
	slices.SortStableFunc(n, func(x, y wikitext.Notice) int { return cmp.Compare(x.Line, y.Line) })
	for _, x := range n[:min(len(n), mostNotices)] {
		text := noticeText(x.Code).In(a.lang)
		if x.Text != "" {
			text = lang.NoticeAbout.In(a.lang, text, oneLine(x.Text))
		}
		switch {
		case path != "":
			text = at(path, x.Line) + text
		case x.Line > 0:
			text = lang.NoticeLine.In(a.lang, x.Line, text)
		}
		a.out.Warn(text)
	}
	if more := len(n) - mostNotices; more > 0 {
		a.out.Warn(at(path, 0) + lang.NoticeMore.In(a.lang, more))
	}
}

// tellImported shows what of a wiki page its minutes do not carry.
func (a *app) tellImported(name string, src []byte) {
	var n notices
	wikitext.ToMarkdown(string(src), wikitext.ReadOptions{Report: n.addFor(asMarkdown)})
	n.tell(a, name)
}

// tellPublished shows what of the minutes their page does not carry. Comments
// are not meant for it.
func (a *app) tellPublished(path string, f *minutes.File) {
	var n notices
	body := f.Front().At.End
	before := bytes.Count(f.Source()[:body], []byte("\n"))
	wikitext.FromMarkdown(f.Source()[body:], wikitext.WriteOptions{Report: func(x wikitext.Notice) {
		if x.Code != wikitext.HTMLCommentDropped {
			x.Line += before
			n.add(x)
		}
	}})
	n.tell(a, path)
}

func noticeText(c wikitext.NoticeCode) lang.Text {
	switch c {
	case wikitext.BadUTF8:
		return lang.NoticeBadUTF8
	case wikitext.ControlChar:
		return lang.NoticeControlChar
	case wikitext.TooDeep:
		return lang.NoticeTooDeep
	case wikitext.HTMLCommentDropped:
		return lang.NoticeComment
	case wikitext.HTMLShown:
		return lang.NoticeHTMLShown
	case wikitext.LinkAsText:
		return lang.NoticeLinkAsText
	case wikitext.ImageAsLink:
		return lang.NoticeImage
	case wikitext.RawWikitext:
		return lang.NoticeRaw
	case wikitext.EmptyItemDropped:
		return lang.NoticeEmptyItem
	}
	return lang.NoticeOther
}
