package imports

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
)

// formsOptions say what the small pages below do not: which meeting they are of.
var formsOptions = Options{Title: "Netz/Protokolle/2015-03-12 - Netz-Telko", Series: options("").Series}

func meeting(t *testing.T, ext, src string) (minutes.Meeting, Result) {
	t.Helper()
	res, err := importFile("x"+ext, []byte(src), formsOptions)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	f, err := minutes.Parse(res.ID+".md", res.Source, minutes.Context{})
	if err != nil {
		t.Fatalf("%v\n%s", err, res.Source)
	}
	lost(t, src, string(res.Source))
	return f.Meeting, res
}

// roll writes attendance in short: "Name/nick" with "G" for a guest, times and
// note; absence with "+" for excused, "-" for not.
func roll(m minutes.Meeting) string {
	var out []string
	for _, a := range m.Present {
		s := who(a.Name, a.Nick)
		if a.Guest {
			s += " G"
		}
		for _, iv := range a.Intervals {
			if !iv.From.IsZero() || !iv.Until.IsZero() {
				s += fmt.Sprintf(" %v-%v", iv.From, iv.Until)
			}
		}
		if a.Note != "" {
			s += " {" + a.Note + "}"
		}
		out = append(out, s)
	}
	var missing []string
	for _, a := range m.Absent {
		s := who(a.Name, a.Nick)
		switch a.Excuse {
		case minutes.Excused:
			s += " +"
		case minutes.Unexcused:
			s += " -"
		}
		missing = append(missing, s)
	}
	s := strings.Join(out, "; ")
	if len(missing) > 0 {
		s += " | " + strings.Join(missing, "; ")
	}
	return s
}

func who(name, nick string) string {
	if nick == "" || name == "" {
		return name + nick
	}
	return name + "/" + nick
}

func TestAttendanceForms(t *testing.T) {
	const topic = "\n\n== Thema ==\n\n* eins\n"
	for _, c := range []struct{ page, want string }{
		{"== Anwesend ==\n* Anke Behrend (anke)\n* Bo\n* Carl Zimt (cz) (Gast) (seit 22:50)", "Anke Behrend/anke; Bo; Carl Zimt/cz G 22:50-"},
		{"Anwesend: anke, Bo (Gast), Carla Zimt (cz)", "anke; Bo G; Carla Zimt/cz"},
		{"'''Anwesende:''' anke, Bo", "anke; Bo"},
		{"'''Teilnehmer''': anke, Bo", "anke; Bo"},
		{"Attendees: Ann Oak, Ben Elm (ben)", "Ann Oak; Ben Elm/ben"},
		{"Present: HJB, PJ, AB (first 10 min)", "HJB; PJ; AB {first 10 min}"},
		{"Anwesend:\nanke, Bo", "anke; Bo"},
		{"Anwesend:\n\nanke, Bo", "anke; Bo"},
		{"Anwesend:\n* anke\n* Bo", "anke; Bo"},
		{"* Anwesende:\n** anke\n** Bo", "anke; Bo"},
		{"* Anwesende: anke, Bo\n* Entschuldigt: cz", "anke; Bo | cz +"},
		{"; Anwesend : anke, Bo", "anke; Bo"},
		{";Anwesend\n:anke\n:Bo", "anke; Bo"},
		{"Anwesend: anke und Bo", "anke; Bo"},
		{"== Teilnehmer ==\nanke, Bo, Carla Zimt (cz)", "anke; Bo; Carla Zimt/cz"},
		{"== Anwesenheit ==\n=== Anwesend ===\n* anke\n=== Gäste ===\n* Bo", "anke; Bo G"},
		{"== Anwesend ==\n* anke\nGäste: Bo, cz", "anke; Bo G; cz G"},
		{"Anwesend: anke\n\nGäste: Bo", "anke; Bo G"},
		{"Present: Ann Oak\n\nGuests: Ben Elm, Cid Ash", "Ann Oak; Ben Elm G; Cid Ash G"},
		{"Anwesend: anke<br>Entschuldigt: Bo<br/>Unentschuldigt: cz", "anke | Bo +; cz -"},
		{"Anwesend: anke (ab 21:30), Bo (22:20–23:10, ab 23:40)", "anke 21:30-; Bo 22:20-23:10 23:40-"},
		{"== Anwesend ==\n* [[Benutzer:Anke|anke]]\n* [[Benutzer:Bo]]", "anke; Bo"},
		{"Anwesend: niemand", ""},
		{"Anwesend: 14 physisch, 3 im Hangout", ""},
		{";Teilnehmer:10 + Gäste", ""},
		{"Anwesend: anke\nAbwesend: niemand", "anke"},
		{"Anwesend: anke\n\nAbwesend: Bo (entschuldigt), cz (unentschuldigt), fl", "anke | Bo +; cz -; fl"},
		{"Anwesend: anke\n\nEntschuldigt: Bo, Carla Zimt (cz)\n\nUnentschuldigt: fl", "anke | Bo +; Carla Zimt/cz +; fl -"},
		{"Present: Ann Oak\nRegrets: Ben Elm", "Ann Oak | Ben Elm +"},
		{"== Abwesend ==\n* entschuldigt: Bo\n* unentschuldigt: cz, Fia Lund (fl)", " | Bo +; cz -; Fia Lund/fl -"},
		{"== TOP 0: Formalia ==\n=== Anwesend ===\n* anke\n=== Beschlussfähigkeit ===\n* ja", "anke"},
		{"== Formalia ==\nAnwesend: anke, Bo\n\nWir sind beschlussfähig.", "anke; Bo"},
		{"== Anwesend ==\n* anke\n\nTagesordnung:\n* Kasse und Kosten prüfen (schon wieder)\n* Rest", "anke"},
		{"== Anwesend ==\nVorstand:\n* anke\nBeirat:\n* Bo", "anke; Bo"},
		{"== Anwesend ==\n14 physisch, 3 im Hangout", ""},
		{"== Anwesend ==\n=== Vorstand ===\n* anke\n=== Andere ===\n* Bo", "anke; Bo"},
		{"== Anwesend ==\n'''Vorstand:'''\n* anke\n'''Andere:'''\n* Bo", "anke; Bo"},
		{"Anwesend: Anna Oll, Bo (ab 20:30), 3 Gäste", "Anna Oll; Bo 20:30-"},
		{"Anwesende Mitglieder: anke, Bo", "anke; Bo"},
		{"Board members present: Ann Oak\n\nBoard members absent; Ben Elm", "Ann Oak"},
		{"Anwesende (5): anke, Bo", "anke; Bo"},
		{"* Datum: 12.03.2015\n* Anwesend: anke, Bo\n* Protokoll: Bo", "anke; Bo"},
		{"== Anwesend ==\nWir sind heute nur wenige.\n* anke", "anke"},
	} {
		m, res := meeting(t, ".wiki", c.page+topic)
		if d := cmp.Diff(c.want, roll(m)); d != "" {
			t.Errorf("%q: -want +got:\n%s\n%s", c.page, d, res.Source)
		}
		found := false
		for _, it := range m.Agenda {
			found = found || it.Title == "Thema" && strings.Contains(it.Notes, "- eins")
		}
		if !found {
			t.Errorf("%q: the topic is lost:\n%s", c.page, res.Source)
		}
	}
}

func TestLeadForms(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"von 22:20 bis 1:10", "2015-03-12T22:20 2015-03-13T01:10 - -"},
		{"Von 20:11 Uhr bis 21:05 Uhr", "2015-03-12T20:11 2015-03-12T21:05 - -"},
		{"12. März 2015 - 20:11 Uhr bis 21:05 Uhr", "2015-03-12T20:11 2015-03-12T21:05 - -"},
		{"16. November 2011 - 20:11 Uhr bis 21:05 Uhr", "2015-03-12T20:11 2015-03-12T21:05 - -"},
		{";Beginn:13:45\n;Ende:16:00", "2015-03-12T13:45 2015-03-12T16:00 - -"},
		{"Beginn: 16:44:10 Uhr.\n\nEnde: 16.50 Uhr", "2015-03-12T16:44 2015-03-12T16:50 - -"},
		{"Start: ~16:30\n\nEnd: 5:23pm", "2015-03-12T16:30 2015-03-12T17:23 - -"},
		{"Beginn: gegen 14:30", "2015-03-12T14:30  - -"},
		{"Time: 14:01 UTC", "2015-03-12T14:01  - -"},
		{"Zeit: 19:00 - 20:30 Uhr\nOrt: Café Mitte", "2015-03-12T19:00 2015-03-12T20:30 Café Mitte -"},
		{"== Ort ==\nRaum 7#\n\nvon 20:00 bis 21:00", "2015-03-12T20:00 2015-03-12T21:00 Raum 7# -"},
		{"Protokoll: [[Benutzer:Anke|anke]]", "  - anke"},
		{"Anwesend: Anke Behrend (ab)\n\nProtokollantin: Anke Behrend", "  - ab"},
		{"'''Scribe:''' ann", "  - ann"},
		{"== Begrüßung (18:26) ==\n* hallo", "2015-03-12T18:26  - -"},
		{"== Thema ==\n* um 18:26 war Pause", "  - -"},
		{"== Thema ==\n* eins\n\n== Ende: 22:10 ==", " 2015-03-12T22:10 - -"},
		{"== Thema ==\n* von 8:00 bis 9:00 Wartung", "  - -"},
		{"Beginn 20:15", "2015-03-12T20:15  - -"},
		{"Kosten: 10-12 Euro", "  - -"},
	} {
		m, res := meeting(t, ".wiki", c.page+"\n")
		place, keeper := m.Place, m.Keeper
		if place == "" {
			place = "-"
		}
		if keeper == "" {
			keeper = "-"
		}
		start, end := m.Start.String(), m.End.String()
		if m.Start.Clock.IsZero() {
			start = ""
		}
		if m.End.Clock.IsZero() {
			end = ""
		}
		if got := strings.Join([]string{start, end, place, keeper}, " "); got != c.want {
			t.Errorf("%q: got %q, want %q\n%s", c.page, got, c.want, res.Source)
		}
	}
}

func TestTaskForms(t *testing.T) {
	const head = "Anwesend: anke, Bo, Carla Zimt (cz)\n\n"
	for _, c := range []struct{ page, want string }{
		{"== Aufgaben ==\n* Kabel kaufen (anke)", "Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n* Kabel kaufen (anke, Bo?)", "Kabel kaufen (anke Bo?) 2015-03-19"},
		{"== Planung der nächsten 14 Tage ==\n* Kabel kaufen (anke, diesen Sonntag)", "Kabel kaufen (anke) 2015-03-15"},
		{"== Aufgaben ==\n* Kabel kaufen (z. B. rote)", "Kabel kaufen (z. B. rote) () 2015-03-19"},
		{"== Aufgaben ==\n* TODO für anke: Kabel kaufen", "TODO für anke: Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n* TODO (Bo): Kabel kaufen bis 20.03.2015", "TODO (Bo): Kabel kaufen (Bo) 2015-03-20"},
		{"== Aufgaben ==\n* @anke: Kabel kaufen", "Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n* anke, Bo: Kabel kaufen", "Kabel kaufen (anke Bo) 2015-03-19"},
		{"== Aufgaben ==\n* '''anke:''' Kabel kaufen", "Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n* Kabel kaufen → anke", "Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n* → anke: Kabel kaufen", "Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n* Kabel → Dose tauschen", "Kabel → Dose tauschen () 2015-03-19"},
		{"== Action Items ==\n* ACTION: Bo to buy cable by 20 March 2015", "ACTION: Bo to buy cable (Bo) 2015-03-20"},
		{"== Action Item ==\n* Action: anke + Bo to buy cable", "Action: anke + Bo to buy cable (anke Bo) 2015-03-19"},
		{"== Aufgaben ==\n* Zed: Kabel kaufen", "Zed: Kabel kaufen () 2015-03-19"},
		{"== Aufgaben ==\n* Carla Zimt: Kabel kaufen", "Kabel kaufen (cz) 2015-03-19"},
		{"== Aufgaben ==\n* alle: aufräumen", "aufräumen (alle) 2015-03-19"},
		{"== Aufgaben ==\n* aufräumen (alle)", "aufräumen (alle) 2015-03-19"},
		{"== Aufgaben ==\n* keine", ""},
		{"== Persönliche Aufgaben ==\n* anke\n** Kabel kaufen\n** Dose suchen bis 20.03.2015", "Kabel kaufen (anke) 2015-03-19; Dose suchen (anke) 2015-03-20"},
		{"== Aufgaben ==\n=== anke ===\n* Kabel kaufen\n=== Bo ===\n* Dose suchen", "Kabel kaufen (anke) 2015-03-19; Dose suchen (Bo) 2015-03-19"},
		{"== Aufgaben ==\n* Kabel kaufen (anke)\n** rot oder blau", "Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n* Kabel:\n** kaufen (anke)\n** verlegen (Bo)", "kaufen (anke) 2015-03-19; verlegen (Bo) 2015-03-19"},
		{"== Aufgaben ==\nTODO Kabel kaufen (anke)\n\nKabel liegen herum.", "TODO Kabel kaufen (anke) 2015-03-19"},
		{"== Aufgaben ==\n@anke: Kabel kaufen\n@Bo: Dose suchen", "Kabel kaufen (anke) 2015-03-19; Dose suchen (Bo) 2015-03-19"},
		{"== Aufgaben ==\n* [ ] Kabel kaufen (anke)\n* [x] Dose suchen (Bo)", "Kabel kaufen (anke) 2015-03-19; Dose suchen (Bo) 2015-03-19 done"},
		{"== Thema ==\n* Kabel kaufen (anke)\n* TODO für anke: Dose\n* [ ] nichts", ""},
		{"== Thema ==\n* ACTION: accepted", ""},
		{"== Aufgaben ==\n* Kabel<br>kaufen (anke)", "Kabel kaufen (anke) 2015-03-19"},
	} {
		m, res := meeting(t, ".wiki", head+c.page+"\n")
		var got []string
		for _, task := range m.Tasks {
			var names []string
			for _, a := range task.Assignees {
				names = append(names, a.String())
			}
			s := fmt.Sprintf("%s (%s) %v", task.Text, strings.Join(names, " "), task.Due)
			if task.State == tasks.Done {
				s += " done"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: got\n  %s\nwant\n  %s\n%s", c.page, s, c.want, res.Source)
		}
	}
}

func TestMotionForms(t *testing.T) {
	const head = "Anwesend: anke, Bo\n\n"
	for _, c := range []struct{ page, want string }{
		{"==== Antrag 1 ====\nTu es.", "1 “” by “” text"},
		{"==== Antrag 2: Tür ====\n;Antrag\n:Tu es.\n;Begründung\n:Darum.\n;Antwort der IT\n:Nein.\n\nDoch.", "2 “Tür” by “” text reasons answer reasons"},
		{"== Antrag 3:Tür ==\nTu es.\n\nBegründung: Darum.", "3 “Tür” by “” text reasons"},
		{"== Antrag 3: Tür ==\nTu es.\n=== Begründung ===\nDarum.\n=== Antwort ===\nNein.\n\nNie.", "3 “Tür” by “” text reasons answer"},
		{"== Antrag 3: Tür ==\nTu es.\n=== Anlage ===\nBild.", "3 “Tür” by “” text"},
		{"== Anträge ==\n==== Tür ====\n''von anke''\n\nTu es.", "0 “Tür” by “anke” text"},
		{"== Motion: Door ==\nProposer: Ann Oak\n\nDo it.", "0 “Door” by “Ann Oak” text"},
		{"== Antrag 1: Tür ==\nAntragsteller: Iris Tann, Prüferin Süd\n\nTu es.", "1 “Tür” by “Iris Tann” (Prüferin Süd) text"},
		{"== Antrag 1: Tür ==\nAntragsteller: Iris Tann (Prüferin Süd)\n\nTu es.", "1 “Tür” by “Iris Tann” (Prüferin Süd) text"},
		{"== Antrag 1: Tür ==\nAntragstellerin: Iris Tann - Prüferin Süd\n\nTu es.", "1 “Tür” by “Iris Tann” (Prüferin Süd) text"},
		{"== Antrag 1: Tür ==\nTu es. Antragsteller: Iris Tann - Prüferin", "1 “Tür” by “Iris Tann” (Prüferin) text"},
		{"== Antrag 1: Tür ==\nTu es. --[[Benutzer:Olga]] 14:31, 8. Feb. 2016 (CET)", "1 “Tür” by “Olga” text"},
		{"== Antrag 1: Tür ==\nTu es.\n\nNie! --[[Benutzer:Olga|Ol]] 14:31, 8. Feb. 2016 (CET)", "1 “Tür” by “” text comment:Ol"},
		{"== Antrag 1: Tür ==\nTu es.\n\nUdo: Das geht nicht so. Udo", "1 “Tür” by “” text comment:Udo"},
		{"== Antrag 1: Tür ==\nTu es.\n\n;Antort der IT: Nein.", "1 “Tür” by “” text answer:IT"},
		{"== Antrag 1: Tür ==\nTu es.\n\n;Begründnug\n:Darum.", "1 “Tür” by “” text reasons"},
		{"== Antrag 1: Tür ==\nTu es.\n\n'''Begründung:''' Darum.\n\n'''Stellungnahme der IT:''' Nein.", "1 “Tür” by “” text reasons answer:IT"},
		{"== Antrag 1: Tür ==\nTu es.\n\n* Dafür: 15\n* Dagegen: 1\n* Enthaltung: 5", "1 “Tür” by “” text vote=15/1/5"},
		{"== Antrag 1: Tür ==\nTu es.\n\n14 dafür, 1 dagegen, 2 Enthaltungen\n\nangenommen", "1 “Tür” by “” text vote=14/1/2 decision=accepted"},
		{"== Antrag 1: Tür ==\nTu es.\n\n4/1/2 angenommen", "1 “Tür” by “” text vote=4/1/2 decision=accepted"},
		{"== Motion 1: Door ==\nDo it.\n\n9 For/1 Against - PASSED", "1 “Door” by “” text vote=9/1/0 decision=accepted"},
		{"== Antrag 1: Tür ==\nTu es.\n\nAbstimmung: 8 dafür, 7 dagegen, 7 Enthaltungen\n\nErgebnis: angenommen", "1 “Tür” by “” text vote=8/7/7 decision=accepted"},
		{"== Antrag 1: Tür ==\nTu es.\n\nKonsens", "1 “Tür” by “” text vote=0/0/0"},
		{"== Antrag 1: Tür ==\nDie Liste hat 14 Einträge, 1 fehlt.", "1 “Tür” by “” text"},
		{"== Antrag 1: Tür ==\nTu es.\n\nNein. --Sigi", "1 “Tür” by “” text comment:Sigi"},
		{"== Antrag 1: Tür ==\nTu es.\n\nNein. – Schade", "1 “Tür” by “” text"},
		{"== TOP 5: Neue Tür ==\nAntragsteller: Ute Au\n\nTu es.\n\n== Ende ==\nAus.", "0 “TOP 5: Neue Tür” by “Ute Au” text"},
		{"== Sachen ==\n'''Proposal: Door'''\n\nProposer: Ann Oak\n\nDo it.\n\n'''Proposal: Lid'''\n\nDo.", "0 “Door” by “Ann Oak” text; 0 “Lid” by “” text"},
		{"== Antrag 1: Tür ==\nTu es.\n\n{|\n! Dafür !! Dagegen !! Enthaltungen !! Ergebnis\n|-\n| 3 || 1 || 2 || angenommen\n|}", "1 “Tür” by “” text vote=3/1/2 decision=accepted"},
		{"== Thema ==\nText davor ==== Antrag 5: Tür ====\nTu es.", "5 “Tür” by “” text"},
		{"== Thema ==\nWenn a == b und b == c.", ""},
		{"== Anträge an die Stadt ==\n* einer", ""},
	} {
		m, res := meeting(t, ".wiki", head+c.page+"\n")
		var got []string
		for _, mo := range m.Motions {
			s := fmt.Sprintf("%d “%s” by “%s”", mo.Number, mo.Title, mo.Petitioner)
			if mo.Role != "" {
				s += " (" + mo.Role + ")"
			}
			for _, p := range mo.Parts {
				s += " " + string(p.Kind)
				if p.By != "" && p.Kind != motions.VotePart && !strings.Contains(c.page, "Antwort der IT") {
					s += ":" + p.By
				}
				if p.Vote != nil {
					s += fmt.Sprintf("=%d/%d/%d", p.Vote.For, p.Vote.Against, p.Vote.Abstain)
				}
				if p.Outcome != "" {
					s += "=" + string(p.Outcome)
				}
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: got\n  %s\nwant\n  %s\n%s", c.page, s, c.want, res.Source)
		}
	}
}
