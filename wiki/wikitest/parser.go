package wikitest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// ParserPage is the title of the page that a [Parser] shows texts on.
const ParserPage = "Testseite"

// parserScript answers the calls of the web API that come as lines of JSON,
// each a request of its own, in one PHP process: what costs a web server 30 ms
// before it looks at a text is done once.
const parserScript = `<?php
require_once %q;
class TelkoParser extends Maintenance {
	public function execute() {
		$user = User::newFromName( 'Admin' );
		$hooks = MediaWiki\MediaWikiServices::getInstance()->getHookContainer();
		$hooks->register( 'TitleIsAlwaysKnown', static function ( $title, &$known ) { $known = true; } );
		while ( ( $line = fgets( STDIN ) ) !== false ) {
			$context = new DerivativeContext( RequestContext::getMain() );
			$context->setUser( $user );
			$context->setRequest( new FauxRequest( json_decode( $line, true ), true ) );
			try {
				$api = new ApiMain( $context );
				$api->execute();
				$answer = $api->getResult()->getResultData( null, [ 'Strip' => 'all' ] );
			} catch ( Throwable $e ) {
				$answer = [ 'error' => [ 'info' => get_class( $e ) . ': ' . $e->getMessage() ] ];
			}
			fwrite( STDOUT, json_encode( $answer, JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE ) . "\n" );
		}
	}
}
$maintClass = TelkoParser::class;
require_once RUN_MAINTENANCE_IF_MAIN;
`

// Parser shows texts as the wiki would, hundreds a second: it makes the calls
// of action=parse inside of one PHP process. It is safe for concurrent use but
// does one text at a time; who has several cores starts several.
type Parser struct {
	mu     sync.Mutex
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr bytes.Buffer
	err    error
}

// Parser starts a parser. The caller closes it; the end of this process ends it
// too.
func (s *Server) Parser() (*Parser, error) {
	script := s.path("conf", "parser.php")
	if err := os.WriteFile(script, fmt.Appendf(nil, parserScript, filepath.Join(mediawiki, "maintenance", "Maintenance.php")), 0o600); err != nil {
		return nil, err
	}
	p := &Parser{cmd: exec.Command("php", script)}
	p.cmd.Env = s.env()
	p.cmd.Stderr = &p.stderr
	var err error
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewReader(out)
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	return p, nil
}

// answer is what the API says to a call.
type answer struct {
	Parse *struct {
		Text       string
		Categories []struct{ Category string }
	}
	Error struct{ Info string }
}

// HTML returns what a reader's browser gets of text, as if it had just been
// saved as the page [ParserPage] by Admin: signatures and substitutions are
// expanded. Every page that a text links to exists, for a link to one that
// does not leads to a form, and no longer says to which section. Links to edit and the table of contents are left out.
func (p *Parser) HTML(text string) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err != nil {
		return "", p.err
	}
	req, err := json.Marshal(map[string]string{
		"action": "parse", "format": "json", "title": ParserPage, "text": text, "pst": "1",
		"contentmodel": "wikitext", "prop": "text|categories", "disablelimitreport": "1", "disableeditsection": "1",
		"wrapoutputclass": "",
	})
	if err != nil {
		return "", err
	}
	if _, err := p.in.Write(append(req, '\n')); err != nil {
		return "", p.fail(err)
	}
	line, err := p.out.ReadBytes('\n')
	if err != nil {
		return "", p.fail(err)
	}
	var a answer
	if err := json.Unmarshal(line, &a); err != nil {
		return "", p.fail(fmt.Errorf("%w in %.3000q", err, line))
	}
	if a.Parse == nil {
		return "", fmt.Errorf("the wiki shows nothing: %s", a.Error.Info)
	}
	return a.html(), nil
}

func (a answer) html() string {
	if len(a.Parse.Categories) == 0 {
		return a.Parse.Text
	}
	var b strings.Builder
	b.WriteString(a.Parse.Text + `<div class="catlinks"><ul>`)
	for _, c := range a.Parse.Categories {
		b.WriteString("<li>" + html.EscapeString(c.Category) + "</li>")
	}
	b.WriteString("</ul></div>")
	return b.String()
}

// fail remembers that the process is of no use any more, and what it said last.
func (p *Parser) fail(err error) error {
	p.in.Close()
	_ = p.cmd.Wait() // how it ended matters less than what it said
	p.err = fmt.Errorf("the wiki's parser: %w: %.1000s", err, p.stderr.String())
	return p.err
}

// Close ends the process.
func (p *Parser) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err != nil {
		return nil
	}
	p.err = errors.New("the wiki's parser is closed")
	return errors.Join(p.in.Close(), p.cmd.Wait())
}

// Parser starts a [Parser] of this test's wiki, which ends with the test.
func (w *Wiki) Parser() *Parser {
	w.t.Helper()
	p, err := w.server.Parser()
	if err != nil {
		w.t.Fatalf("wikitest: %v", err)
	}
	w.t.Cleanup(func() { _ = p.Close() })
	return p
}
