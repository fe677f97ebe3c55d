package wikitest

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// APT is the line that installs what a Server needs on Debian.
const APT = "apt-get install --no-install-recommends mediawiki php8.2-cli php8.2-sqlite3 php8.2-mbstring php8.2-xml php8.2-intl php8.2-curl php-apcu"

// The accounts of every wiki.
const (
	Admin = "Admin"        // a sysop
	Bot   = "Protokollbot" // in the group "bot"
	Erika = "Erika"        // an ordinary user
	Otto  = "Otto"         // another one
)

const (
	mediawiki = "/usr/share/mediawiki"
	// Password is that of every account, in a browser.
	Password    = "ein-langes-passwort-fuer-tests"
	botApp      = "telko"
	botPassword = "0123456789abcdefghijklmnopqrstuv"
	weakApp     = "schwach"

	// memory is where Debian has a file system in memory: a wiki there does not
	// wait for a disk that other tests keep busy.
	memory = "/dev/shm"
)

// Server is a running MediaWiki.
type Server struct {
	URL    string // http://127.0.0.1:PORT, without a slash
	Dir    string // the folder that holds everything of it
	shell  *exec.Cmd
	leash  io.Closer // the pipe whose end ends the server
	people people
	ending chan struct{}
}

// Launch installs and starts a MediaWiki on loopback. The caller stops it with
// Stop; the end of this process stops it too.
func Launch() (*Server, error) {
	if err := installed(); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(memory, "telko-wiki-")
	if err != nil {
		dir, err = os.MkdirTemp("", "telko-wiki-")
	}
	if err != nil {
		return nil, err
	}
	s := &Server{Dir: dir, ending: make(chan struct{})}
	if err := s.up(); err != nil {
		s.Stop()
		os.RemoveAll(dir)
		return nil, err
	}
	return s, nil
}

// installed says what is missing on this machine.
func installed() error {
	if _, err := os.Stat(filepath.Join(mediawiki, "api.php")); err != nil {
		return fmt.Errorf("no MediaWiki on this machine: %s", APT)
	}
	if _, err := exec.LookPath("php"); err != nil {
		return fmt.Errorf("no PHP on this machine: %s", APT)
	}
	return nil
}

// up installs the wiki, starts its server and makes the accounts.
func (s *Server) up() error {
	port, err := freePort()
	if err != nil {
		return err
	}
	s.URL = fmt.Sprintf("http://127.0.0.1:%d", port)
	for _, d := range []string{"conf", "data", "cache", "set"} {
		if err := os.Mkdir(filepath.Join(s.Dir, d), 0o700); err != nil {
			return err
		}
	}
	if _, err := s.maintain(filepath.Join(mediawiki, "maintenance", "install.php"), nil, "--confpath", s.path("conf"), "--dbtype", "sqlite",
		"--dbpath", s.path("data"), "--dbname", "telko", "--server", s.URL, "--scriptpath", "",
		"--lang", "de", "--pass", Password, "--with-extensions=no",
		"--extensions=Cite,ParserFunctions", "--skins=Vector,MonoBook", "Testwiki", Admin); err != nil {
		return err
	}
	if err := s.settle(); err != nil {
		return err
	}
	// The server starts while the accounts are made: half a second saved.
	if err := s.serve(port); err != nil {
		return err
	}
	if err := s.accounts(); err != nil {
		return err
	}
	return s.wait()
}

// leashed runs the server until its standard input ends, then ends the process
// group (PHP's workers outlive their parent) and removes the folder, given as $1.
const leashed = `trap : TERM
dir=$1; shift
"$@" </dev/null &
cat >/dev/null
kill -TERM 0
sleep 0.2
rm -rf "$dir"
kill -KILL 0`

// serve starts PHP's own web server on port.
func (s *Server) serve(port int) error {
	log, err := os.Create(s.path("server.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	s.shell = exec.Command("sh", "-c", leashed, "telko-wiki", s.Dir,
		"php", "-d", "opcache.enable_cli=1", "-d", "opcache.validate_timestamps=0", "-d", "opcache.max_accelerated_files=20000",
		"-d", "apc.shm_size=128M", "-S", fmt.Sprintf("127.0.0.1:%d", port), "-t", mediawiki)
	s.shell.Env = append(s.env(), "PHP_CLI_SERVER_WORKERS=4")
	s.shell.Stdout, s.shell.Stderr = log, log
	s.shell.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	leash, err := s.shell.StdinPipe()
	if err != nil {
		return err
	}
	s.leash = leash
	if err := s.shell.Start(); err != nil {
		return err
	}
	go func() {
		_ = s.shell.Wait() // it is killed, by itself
		close(s.ending)
	}()
	return nil
}

// wait returns when the wiki answers.
func (s *Server) wait() error {
	hc := &http.Client{Timeout: 30 * time.Second}
	deadline := time.Now().Add(30 * time.Second)
	for {
		resp, err := hc.Get(s.URL + "/api.php?action=query&meta=siteinfo&format=json")
		if err == nil {
			body, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			if resp.StatusCode == 200 && bytes.Contains(body, []byte("Testwiki")) {
				return nil
			}
			err = fmt.Errorf("it answered %s: %.300s", resp.Status, body)
		}
		if time.Now().After(deadline) {
			log, _ := os.ReadFile(s.path("server.log"))
			return fmt.Errorf("the wiki does not come up: %w\n%.2000s", err, log)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Stop ends the server and removes its folder.
func (s *Server) Stop() {
	if s.shell == nil || s.shell.Process == nil {
		return
	}
	s.leash.Close()
	<-s.ending
}

func (s *Server) env() []string {
	return append(os.Environ(), "MW_CONFIG_FILE="+s.path("conf", "LocalSettings.php"))
}

func (s *Server) path(elem ...string) string {
	return filepath.Join(append([]string{s.Dir}, elem...)...)
}

// freePort returns a port of loopback that nobody listens on.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
