package wiki

import (
	"context"

	"telko/minutes/lang"
	"telko/wiki/client"
)

// SettingsPage returns the title of the page that holds what other machines
// need to know of a workspace, below the page that lists its minutes.
func SettingsPage(index string) string { return index + "/telko" }

// Settings brings the page of shared settings up to date. All of it is telko's;
// where a person edited it last, or moved it away from where it is looked for, it
// is left as it is.
func (k *Pages) Settings(ctx context.Context, title, text string, look client.Look) (r PageResult, err error) {
	text = client.AsSaved(text)
	r = PageResult{Title: title, Outcome: Unchanged}
	known, ok := k.States.Get(title)
	if k.ReadOnly || ok && known.ID == look.ID && known.Revision == look.Revision && known.Text == text {
		return r, nil
	}
	for try := 1; ; try++ {
		r, err = k.settingsOnce(ctx, title, text, look)
		if err == nil || !raced(err) || try == tries {
			return r, err
		}
	}
}

// settingsOnce looks and acts once.
func (k *Pages) settingsOnce(ctx context.Context, title, text string, look client.Look) (r PageResult, err error) {
	r = PageResult{Title: title, Outcome: Unchanged}
	page, err := k.read(ctx, title, "", "text")
	if err != nil {
		return r, err
	}
	if !page.Missing() && !sameTitle(title, page.Title) && look.Missing() {
		return r, &ConflictError{
			Title: title, Reason: ReasonElsewhere, Page: page,
			err: lang.E(lang.SettingsMoved, title, page.Title).Hint(lang.SettingsMovedHint, page.Title, title),
		}
	}
	r.Diff = unified(title, page.Text, text)
	summary := lang.SettingsSummary.In(k.Lang, k.Version, Tag([]byte(text)))
	var saved client.Saved
	switch {
	case page.Missing():
		if r.Outcome = Created; k.DryRun {
			return r, nil
		}
		saved, err = k.Wiki.CreateAs(ctx, title, "text", text, summary)
	case page.Text == text:
		r.Diff = ""
		saved.Page = page
	case !isOwn(page.Comment):
		return r, &ConflictError{
			Title: title, Reason: ReasonEdited, Page: page, Diff: r.Diff,
			err: lang.E(lang.SettingsEdited, title, page.User).Hint(lang.SettingsEditedHint),
		}
	default:
		if r.Outcome = Updated; k.DryRun {
			return r, nil
		}
		saved, err = k.Wiki.Update(ctx, page, text, summary)
	}
	if err != nil {
		return r, err
	}
	return r, k.remember(title, PageState{ID: saved.Page.ID, Revision: saved.Page.Revision, Text: text})
}
