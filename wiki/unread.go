package wiki

import (
	"context"

	"telko/wiki/client"
)

// readTogether is how many new pages are read again in one request.
const readTogether = 50

// lateReader is the Writer of a run that may make hundreds of pages: what was
// saved of a new one is read again with others, and its base is stored then. A
// run that is killed before finds those pages saying just what their files do.
type lateReader struct {
	*Live
	saved map[int]bool // revisions that were not read yet
	held  []heldBase
}

// heldBase is a base that waits for what the wiki saved.
type heldBase struct {
	meeting string
	base    Base
}

// Create implements Writer.
func (l *lateReader) Create(ctx context.Context, title, text, summary string) (client.Saved, error) {
	if len(l.held) >= readTogether {
		if err := l.flush(ctx); err != nil {
			return client.Saved{}, err
		}
	}
	if err := l.Bases.Ready(); err != nil {
		return client.Saved{}, err
	}
	s, err := l.Wiki.CreateUnread(ctx, title, text, summary)
	if err == nil && s.Unread {
		l.saved[s.Page.Revision] = true
	}
	return s, err
}

// Keep implements Writer.
func (l *lateReader) Keep(meeting string, b Base) error {
	if l.saved[b.Revision] {
		delete(l.saved, b.Revision)
		l.held = append(l.held, heldBase{meeting, b})
		return nil
	}
	for i, h := range l.held {
		if h.meeting == meeting { // more is known already
			l.held = append(l.held[:i], l.held[i+1:]...)
			break
		}
	}
	return l.Live.Keep(meeting, b)
}

// flush reads what the wiki saved and stores the bases. A page that is gone
// again gets none: the next run looks for it anew.
func (l *lateReader) flush(ctx context.Context) error {
	if len(l.held) == 0 {
		return nil
	}
	ids := make([]int, len(l.held))
	for i, h := range l.held {
		ids[i] = h.base.Revision
	}
	texts, err := l.Wiki.Texts(ctx, ids)
	if err != nil {
		return err
	}
	held := l.held
	l.held = nil
	for _, h := range held {
		at, ok := texts[h.base.Revision]
		if !ok {
			continue
		}
		h.base.Wikitext, h.base.Title = at.Text, at.Title
		if err := l.Live.Keep(h.meeting, h.base); err != nil {
			return err
		}
	}
	return nil
}
