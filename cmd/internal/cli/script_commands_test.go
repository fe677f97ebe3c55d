package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/creack/pty"
	gomail "github.com/emersion/go-message/mail"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"telko/cmd/internal/mail/mailtest"
)

// scriptCommands are what scripts can do beside running programs.
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"clock":       cmdClock,
	"code":        cmdCode,
	"ttyrun":      cmdTTYRun,
	"expand":      cmdExpand,
	"replace":     cmdReplace,
	"covers":      cmdCovers,
	"team":        cmdTeam,
	"mails":       cmdMails,
	"mailserver":  cmdMailServer,
	"wiki":        cmdWiki,
	"wikiappend":  cmdWikiAppend,
	"wikiedit":    cmdWikiEdit,
	"wikipage":    cmdWikiPage,
	"wikireplace": cmdWikiReplace,
	"wikimove":    cmdWikiMove,
	"wikidelete":  cmdWikiDelete,
	"wikihistory": cmdWikiHistory,
}

// clock 2031-03-10T12:00: from here on it is that time.
func cmdClock(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: clock 2031-03-10T12:00[:00]")
	}
	at := args[0]
	if len(at) == len("2031-03-10T12:00") {
		at += ":00"
	}
	if _, err := time.Parse("2006-01-02T15:04:05", at); err != nil {
		ts.Fatalf("clock: %v", err)
	}
	ts.Setenv("TELKO_TEST_CLOCK", at)
}

// code N PROGRAM ARG...: the program must end with exit code N.
func cmdCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N PROGRAM [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	checkCode(ts, want, ts.Exec(args[1], args[2:]...))
}

func checkCode(ts *testscript.TestScript, want int, err error) {
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// ttyrun [-code N] [-cols N] [-in FILE] [-after TEXT] PROGRAM ARG...: the
// program has a terminal for stdin, stdout and stderr, as for a person; what
// the terminal showed is stdout afterwards, with LF for CRLF. -in types a
// file's text, with -after once the screen shows TEXT.
func cmdTTYRun(ts *testscript.TestScript, neg bool, args []string) {
	code, cols, in, after := 0, 80, "", ""
	for len(args) > 1 && strings.HasPrefix(args[0], "-") {
		switch args[0] {
		case "-code":
			code, _ = strconv.Atoi(args[1])
		case "-cols":
			cols, _ = strconv.Atoi(args[1])
		case "-in":
			in = ts.ReadFile(args[1])
		case "-after":
			after = args[1]
		default:
			ts.Fatalf("ttyrun: no flag %s", args[0])
		}
		args = args[2:]
	}
	if neg || len(args) == 0 {
		ts.Fatalf("usage: ttyrun [-code N] [-cols N] [-in FILE] PROGRAM [ARG...]")
	}
	var env []string
	for _, name := range []string{
		"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LANG", "LC_ALL", "TZ", "TERM", "PATH", "NO_COLOR", "WORK",
		"TELKO_TEST_CLOCK", "TELKO_USER", "TELKO_DIR", "EDITOR", "VISUAL", "GOCOVERDIR", "TMPDIR", "WIKI_PASSWORD", "GORACE",
	} {
		if v := ts.Getenv(name); v != "" {
			env = append(env, name+"="+v)
		}
	}
	program, err := lookPath(ts, args[0])
	ts.Check(err)
	cmd := exec.Command(program, args[1:]...)
	cmd.Dir, cmd.Env = ts.MkAbs("."), env
	cmd.Args[0] = args[0]
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: uint16(cols)})
	ts.Check(err)
	defer terminal.Close()
	var screen bytes.Buffer
	typed := in == ""
	for buf := make([]byte, 4096); ; {
		if !typed && strings.Contains(screen.String(), after) {
			typed = true
			io.WriteString(terminal, in)
		}
		n, err := terminal.Read(buf)
		screen.Write(buf[:n])
		if err != nil {
			break // EIO: the program has ended
		}
	}
	err = cmd.Wait()
	io.WriteString(ts.Stdout(), strings.ReplaceAll(screen.String(), "\r\n", "\n"))
	checkCode(ts, code, err)
}

func lookPath(ts *testscript.TestScript, name string) (string, error) {
	if strings.Contains(name, "/") {
		return name, nil
	}
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		p := filepath.Join(dir, name)
		if info, err := os.Stat(p); err == nil && info.Mode()&0o111 != 0 {
			return p, nil
		}
	}
	return "", fmt.Errorf("%s: not in $PATH", name)
}

// team: a workspace with two meetings (testdata/script/team) lies in $WORK/team,
// and that is the current folder.
func cmdTeam(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: team")
	}
	dir := filepath.Join(ts.Getenv("WORK"), "team")
	ts.Check(os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "..", "testdata", "script", "team"))))
	ts.Check(ts.Chdir(dir))
}

// expand FILE...: replaces $NAME in files by the script's variables.
func cmdExpand(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		text := os.Expand(ts.ReadFile(name), ts.Getenv)
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o600))
	}
}

// replace FILE OLD NEW: a person changes a file. Both take \n and \xNN.
func cmdReplace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	unquote := func(s string) string {
		u, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
		ts.Check(err)
		return u
	}
	before := ts.ReadFile(args[0])
	after := strings.ReplaceAll(before, unquote(args[1]), unquote(args[2]))
	if after == before {
		ts.Fatalf("%s holds no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(after), 0o644))
}

// covers [-flat] GOT WANT: everything the JSON in WANT says, the JSON in GOT says too.
// Lists must have the same length; objects in GOT may say more. A list of words
// in WANT where GOT has objects is a list of their kinds. With -flat the
// agendas are lists of all their titles, for text that has lost its levels.
func cmdCovers(ts *testscript.TestScript, neg bool, args []string) {
	isFlat := len(args) > 0 && args[0] == "-flat"
	if isFlat {
		args = args[1:]
	}
	if neg || len(args) != 2 {
		ts.Fatalf("usage: covers [-flat] GOT WANT")
	}
	var got, want any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &got))
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &want))
	if isFlat {
		for _, v := range []any{got, want} {
			m := v.(map[string]any)
			m["agenda"] = flat(m["agenda"])
		}
	}
	if diff := cmp.Diff(want, reduced(got, want)); diff != "" {
		ts.Fatalf("%s does not cover %s (-want +got):\n%s", args[0], args[1], diff)
	}
}

// reduced returns of got only what want has a place for.
func reduced(got, want any) any {
	switch want := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return got
		}
		out := map[string]any{}
		for k, v := range want {
			if gv, ok := g[k]; ok {
				out[k] = reduced(gv, v)
			}
		}
		return out
	case []any:
		g, ok := got.([]any)
		if !ok {
			return got
		}
		out := make([]any, len(g))
		for i := range g {
			out[i] = g[i]
			if i < len(want) {
				out[i] = reduced(g[i], want[i])
			}
		}
		return out
	case string:
		if g, ok := got.(map[string]any); ok {
			return g["kind"]
		}
	}
	return got
}

// flat returns the titles of agenda items and of those below them.
func flat(items any) (titles []any) {
	list, _ := items.([]any)
	for _, v := range list {
		item := v.(map[string]any)
		titles = append(titles, item["title"])
		titles = append(titles, flat(item["items"])...)
	}
	return titles
}

var (
	mailMu      sync.Mutex
	scriptMails = map[*testscript.TestScript]*mailtest.Server{}
)

// mailserver: a fresh real SMTP server. Sets MAIL_ADDR, MAIL_USER and
// MAIL_PASSWORD.
func cmdMailServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: mailserver")
	}
	s := mailtest.Start(scriptTB{ts}, nil)
	mailMu.Lock()
	scriptMails[ts] = s
	mailMu.Unlock()
	ts.Setenv("MAIL_ADDR", s.Addr)
	ts.Setenv("MAIL_USER", mailtest.User)
	ts.Setenv("MAIL_PASSWORD", mailtest.Password)
}

// mails: what the mail server took so far becomes stdout: To, Subject and text
// of each mail, as a reader sees them.
func cmdMails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: mails")
	}
	mailMu.Lock()
	s := scriptMails[ts]
	mailMu.Unlock()
	if s == nil {
		ts.Fatalf("no mail server: start one with `mailserver`")
	}
	for _, m := range s.Mails() {
		r, err := gomail.CreateReader(strings.NewReader(m.Data))
		ts.Check(err)
		subject, err := r.Header.Subject()
		ts.Check(err)
		part, err := r.NextPart()
		ts.Check(err)
		text, err := io.ReadAll(part.Body)
		ts.Check(err)
		fmt.Fprintf(ts.Stdout(), "To: %s\nSubject: %s\n\n%s\n", m.To, subject, strings.ReplaceAll(string(text), "\r\n", "\n"))
	}
}
