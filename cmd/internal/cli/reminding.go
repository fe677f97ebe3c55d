package cli

import (
	"context"
	"errors"

	"telko/cmd/internal/mail"
	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
)

// remindBy returns the way: the one asked for, else mail if this machine sends
// mail, else the wiki.
func (a *app) remindBy(ws *archive.Workspace, by string) (string, error) {
	user, err := a.user()
	if err != nil {
		return "", err
	}
	_, login := user.Login(ws.Settings().Wiki.API)
	switch {
	case by == byMail || by == byWiki:
		return by, nil
	case by != "":
		return "", usage(lang.RemindNoWay, by)
	case !user.Mail.IsZero():
		return byMail, nil
	case login:
		return byWiki, nil
	}
	return byMail, nil // a dry run shows it; else it is said what is missing
}

// way returns what sends a reminder.
func (a *app) way(ws *archive.Workspace, by string) (reminding, error) {
	if by == byWiki {
		return a.byWiki(ws)
	}
	user, err := a.user()
	if err != nil {
		return nil, err
	}
	account := user.Mail
	if account.IsZero() {
		return nil, &exitError{exitAuth, lang.E(lang.RemindNoMail).Hint(lang.RemindAddMail, a.env.configFile())}
	}
	var sender mail.Sender
	if account.SMTP != "" {
		sender = &mail.SMTP{Addr: account.SMTP, User: account.Login.User, Password: func(ctx context.Context) (string, error) {
			return a.password(ctx, account.Login)
		}}
	} else {
		sender = &mail.Sendmail{Command: account.Sendmail}
	}
	id := ws.Settings().ID
	return func(ctx context.Context, r reminder) error {
		return sender.Send(ctx, mail.Message{
			From: account.From, To: r.person.Email, Subject: r.subject, Text: r.text, Date: a.env.Now(),
			ID: "reminder-" + ws.Today().String() + "-" + hexOf(r.person.Nick) + "@" + id + ".telko",
		})
	}, nil
}

// mailCode returns the exit code of what a mail server has against telko.
func mailCode(err error) (code int, ok bool) {
	var e *mail.Error
	if !errors.As(err, &e) {
		return 0, false
	}
	switch e.Kind {
	case mail.Auth, mail.Insecure:
		return exitAuth, true
	case mail.Busy, mail.Unreachable:
		return exitBusy, true
	}
	return exitFailed, true
}

// byWiki returns what reminds on people's talk pages.
func (a *app) byWiki(ws *archive.Workspace) (reminding, error) {
	c, err := a.wikiClient(ws)
	if err != nil {
		return nil, err
	}
	settings := ws.Settings()
	return func(ctx context.Context, r reminder) error {
		section := wiki.TalkSection{
			Workspace: settings.ID, Heading: lang.RemindHeading.In(a.lang, ws.PublicText(settings.Team)),
			Markdown: a.isoDay(ws.Today()) + "\n\n" + r.text,
		}
		return wiki.Remind(ctx, c, talkPage(r.person), section, r.subject)
	}, nil
}

func talkPage(p minutes.Person) string { return wiki.TalkPage(p.Wiki) }
