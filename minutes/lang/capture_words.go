package lang

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Command is a command of live capture, typed behind a slash.
type Command uint8

// The commands.
const (
	NoCommand         Command = iota
	CommandMotion             // "/antrag Title"
	CommandPetitioner         // "/antragsteller Name (office)"
	CommandText               // "/antragstext"
	CommandReasons            // "/begründung"
	CommandAnswer             // "/antwort"
	CommandComment            // "/kommentar"
	CommandAmendment          // "/änderung"
	CommandVote               // "/abstimmung 5 1 2"
	CommandDecision           // "/beschluss angenommen"
	CommandClose              // "/weiter"
	CommandUndo               // "/undo"
	CommandRedo               // "/redo"
	CommandReview             // "/review"
	CommandPromises           // "/offen"
	CommandPrivate            // "/privat"
	CommandReadAloud          // "/vorlesen"
	CommandStanding           // "/stand"
	CommandPreview            // "/vorschau"
	CommandPublish            // "/veröffentlichen"
	CommandPlace              // "/ort"
	CommandKeeper             // "/keeper"
	CommandStart              // "/beginn 22:20"
	CommandTitle              // "/titel"
	CommandEnd                // "/ende"
	CommandHelp               // "/hilfe"
)

var commands = sync.OnceValue(func() map[Command]vocabulary {
	return map[Command]vocabulary{
		CommandMotion:     {T("antrag", "motion"), []string{"proposal", "beschlussvorlage"}},
		CommandPetitioner: {T("antragsteller", "petitioner"), []string{"antragstellerin", "proposer", "mover", "moved"}},
		CommandText:       {T("antragstext", "text"), []string{"wortlaut", "wording"}},
		CommandReasons:    {T("begründung", "reasons"), []string{"gründe", "reason", "rationale"}},
		CommandAnswer:     {T("antwort", "answer"), []string{"stellungnahme", "reply", "response"}},
		CommandComment:    {T("kommentar", "comment"), []string{"anmerkung", "bemerkung", "remark"}},
		CommandAmendment:  {T("änderung", "amendment"), []string{"änderungsantrag", "amend"}},
		CommandVote:       {T("abstimmung", "vote"), []string{"abstimmen", "neuauszählung", "recount", "tally"}},
		CommandDecision:   {T("beschluss", "decision"), []string{"beschluß", "beschlossen", "ergebnis", "outcome", "resolution", "decided"}},
		CommandClose:      {T("weiter", "continue"), []string{"resume"}},
		CommandUndo:       {T("undo", "undo"), []string{"rückgängig", "zurück"}},
		CommandRedo:       {T("redo", "redo"), []string{"wiederholen"}},
		CommandReview:     {T("review", "review"), []string{"durchsicht"}},
		CommandPromises:   {T("offen", "open"), []string{"offene", "offenes", "versprochen", "versprochenes", "rückschau", "promises", "promised"}},
		CommandPrivate:    {T("privat", "private"), []string{"nichtöffentlich", "vertraulich", "confidential"}},
		CommandReadAloud:  {T("vorlesen", "readaloud"), []string{"read", "read-aloud"}},
		CommandStanding:   {T("stand", "standing"), []string{"status", "sofar", "so-far", "bisher"}},
		CommandPreview:    {T("vorschau", "preview"), []string{}},
		CommandPublish:    {T("veröffentlichen", "publish"), []string{}},
		CommandPlace:      {T("ort", "place"), []string{"raum", "location", "room"}},
		CommandKeeper:     {T("keeper", "keeper"), []string{"protokoll", "protokollant", "schriftführer", "minutes"}},
		CommandStart:      {T("beginn", "start"), []string{"anfang", "begin"}},
		CommandTitle:      {T("titel", "title"), []string{}},
		CommandEnd:        {T("ende", "end"), []string{"schluss", "schluß", "beenden"}},
		CommandHelp:       {T("hilfe", "help"), []string{}},
	}
})

// Commands lists the commands in the order in which help has them.
func Commands() []Command {
	out := make([]Command, 0, CommandHelp)
	for c := CommandMotion; c <= CommandHelp; c++ {
		out = append(out, c)
	}
	return out
}

// Write returns the command's name in l, without slash, "" for NoCommand.
func (c Command) Write(l Lang) string {
	if c == NoCommand {
		return ""
	}
	return commands()[c].write.In(l)
}

// Words returns all names of the command, that in German and in English first.
func (c Command) Words() []string { return commands()[c].words() }

// Does says in l what the command does, in a few words.
func (c Command) Does(l Lang) string {
	texts := [...]Text{
		CommandMotion: CmdMotionDoes, CommandPetitioner: CmdPetitionerDoes, CommandText: CmdTextDoes, CommandReasons: CmdReasonsDoes,
		CommandAnswer: CmdAnswerDoes, CommandComment: CmdCommentDoes, CommandAmendment: CmdAmendmentDoes, CommandVote: CmdVoteDoes,
		CommandDecision: CmdDecisionDoes, CommandClose: CmdContinueDoes, CommandUndo: KeysUndo, CommandRedo: KeysRedo,
		CommandReview: KeysReview, CommandPromises: KeysPromises, CommandPrivate: CmdPrivateDoes, CommandReadAloud: KeysReadAloud,
		CommandStanding: KeysStanding, CommandPreview: KeysPreview, CommandPublish: KeysPublish, CommandPlace: CmdPlaceDoes,
		CommandKeeper: CmdKeeperDoes, CommandStart: CmdStartDoes, CommandTitle: CmdTitleDoes, CommandEnd: KeysEnd, CommandHelp: KeysHelp,
	}
	if int(c) >= len(texts) {
		return ""
	}
	return texts[c].In(l)
}

// Takes reports whether something is typed behind the command.
func (c Command) Takes() bool {
	switch c {
	case CommandMotion, CommandPetitioner, CommandText, CommandReasons, CommandAnswer, CommandComment, CommandAmendment,
		CommandVote, CommandDecision, CommandPlace, CommandKeeper, CommandTitle:
		return true
	}
	return false
}

// commandWord is a name as it may be typed.
type commandWord struct {
	word    string // folded
	command Command
	lang    Lang
	own     bool // telko's own word in lang, not a synonym
}

// commandWords are all names of commands, also without umlauts, sorted.
var commandWords = sync.OnceValue(func() []commandWord {
	var out []commandWord
	for c, v := range commands() {
		for i, w := range v.words() {
			word := commandWord{command: c, lang: Lang(i & 1), own: i < 2}
			for _, form := range Spellings(w) {
				word.word = form
				if !slices.Contains(out, word) {
					out = append(out, word)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b commandWord) int {
		if d := strings.Compare(a.word, b.word); d != 0 {
			return d
		}
		return int(a.command) - int(b.command)
	})
	return out
})

// ReadCommand returns the command that word names: in either language, with or
// without umlauts, whatever the case, or cut short to two letters or more where
// only one of the names in l, or else only one of all, begins so. It returns
// NoCommand if word is none, or could be several.
func ReadCommand(word string, l Lang) Command {
	word = Key(word)
	i, exact := slices.BinarySearchFunc(commandWords(), word, func(w commandWord, s string) int { return strings.Compare(w.word, s) })
	if exact {
		return commandWords()[i].command
	}
	if utf8.RuneCountInString(word) < 2 {
		return NoCommand
	}
	var own, all Command
	several := false
	for _, w := range commandWords()[i:] {
		if !strings.HasPrefix(w.word, word) {
			break
		}
		if w.own && w.lang == l {
			if own != NoCommand && own != w.command {
				return NoCommand
			}
			own = w.command
		}
		several = several || all != NoCommand && all != w.command
		all = w.command
	}
	switch {
	case own != NoCommand:
		return own
	case several:
		return NoCommand
	}
	return all
}

// CommandsFrom lists the commands whose name in l begins with word, in the
// order of Commands.
func CommandsFrom(word string, l Lang) (out []Command) {
	word = Key(word)
	for _, w := range commandWords() {
		if w.own && w.lang == l && strings.HasPrefix(w.word, word) && !slices.Contains(out, w.command) {
			out = append(out, w.command)
		}
	}
	slices.Sort(out)
	return out
}

// EachCommandWord yields every form of every command's names, folded.
func EachCommandWord(yield func(word string, c Command) bool) {
	for _, w := range commandWords() {
		if !yield(w.word, w.command) {
			return
		}
	}
}

// Spellings returns the forms in which word may be typed, folded: as it is,
// with ae, oe, ue and ss, and with bare letters.
func Spellings(word string) []string {
	k := Key(word)
	out := []string{k}
	ascii := true
	for i := 0; i < len(k); i++ {
		ascii = ascii && k[i] < utf8.RuneSelf
	}
	if ascii {
		return out
	}
	for _, form := range []string{
		strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "oe").Replace(k),
		strings.NewReplacer("ß", "ss", "æ", "ae", "ø", "o", "ł", "l", "đ", "d").Replace(k),
	} {
		if form = unmarked(form); !slices.Contains(out, form) {
			out = append(out, form)
		}
	}
	return out
}

// unmarked returns s without the marks on its letters: "e" for "é".
func unmarked(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if r < firstMark || r > lastMark {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// lastMark is the last of the combining marks that letters in Latin bear.
const lastMark = 0x36f

// What commands do that are found by their names alone.
var (
	CmdTextDoes   = T("weiter mit dem Text des Antrags", "goes on with the text of the motion")
	CmdVoteDoes   = T("Stimmen: dafür, dagegen, enthalten", "votes: for, against, abstaining")
	CmdPlaceDoes  = T("wo die Telko ist", "where the telco is")
	CmdKeeperDoes = T("wer das Protokoll führt", "who keeps the minutes")
	CmdStartDoes  = T("wann die Telko begann", "when the telco began")
	CmdTitleDoes  = T("wie das Protokoll heißt", "what the minutes are called")
)

// IsNew reports whether word, before a colon behind "+", says that a person is
// new here.
func IsNew(word string) bool {
	switch Key(word) {
	case "neu", "neue", "neuer", "new":
		return true
	}
	return false
}
