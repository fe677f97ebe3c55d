package demo

import (
	"math/rand/v2"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// Write makes the folder root a workspace with a year of telcos in it, the last
// of them before now, in language l. Wiki is the address of a MediaWiki's
// api.php to configure, "" for none. A folder that is a workspace already is
// left alone: archive.ErrExists.
func Write(root string, now time.Time, l lang.Lang, wiki string) error {
	if err := archive.Init(root, archive.InitOptions{Settings: settings(l, wiki), People: cast}); err != nil {
		return err
	}
	w, err := archive.Open(root, archive.Options{Now: func() time.Time { return now }})
	if err != nil {
		return err
	}
	defer w.Close()

	luck := &chance{today: w.Today(), loc: w.Location(), rng: rand.New(rand.NewPCG(1, 7)), lang: l}
	var promised []tasks.Task
	var fates []fate
	var events []tasks.Event
	evenings := year(w.Today(), l)
	for i, t := range evenings {
		if s, ok := opening(promised, fates, l); ok {
			t.body = append([]minutes.Section{s}, t.body...)
		}
		ref, err := w.Create(t.meeting.ID, minutes.Compose(t.meeting, t.body, l))
		if err != nil {
			return err
		}
		f, err := w.Load(ref)
		if err != nil {
			return err
		}
		promised, fates = f.Meeting.Tasks, nil
		for k, task := range promised {
			x := luck.decide(task, len(evenings)-1-i, k)
			fates = append(fates, x)
			events = append(events, x.events...)
		}
	}
	return w.Append(events...)
}

// settings are the demo's telko.toml.
func settings(l lang.Lang, wiki string) archive.Settings {
	s := archive.DefaultSettings()
	s.Team, s.Lang, s.TimeZone, s.DueDays = "IT", l, zone, dueDays
	s.Series = []archive.Series{{
		Key: seriesKey, Title: "IT-Telko", Page: pageOf.In(l), Place: placeOf.In(l),
		Weekday: time.Thursday, Regular: true, Time: when.ClockAt(20, 30),
	}}
	if wiki != "" {
		s.Wiki.API = wiki
		s.Wiki.IndexPage, s.Wiki.Categories = indexOf.In(l), []string{categoryOf.In(l)}
		s.Wiki.TasksPage, s.Wiki.MotionsPage = taskListOf.In(l), motionListOf.In(l)
	}
	return s
}

var (
	pageOf       = lang.T("IT/Protokolle/{date} - Technik-Telko", "IT/Minutes/{date} - Tech telco")
	indexOf      = lang.T("IT/Protokolle", "IT/Minutes")
	taskListOf   = lang.T("IT/Aufgaben", "IT/Tasks")
	motionListOf = lang.T("IT/Anträge", "IT/Motions")
	categoryOf   = lang.T("IT-Protokoll", "IT minutes")
)
