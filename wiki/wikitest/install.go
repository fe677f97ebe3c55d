package wikitest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// settle appends what tests want to LocalSettings.php.
func (s *Server) settle() error {
	f, err := os.OpenFile(s.path("conf", "LocalSettings.php"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, `
$wgNamespacesWithSubpages[NS_MAIN] = true;
$wgCacheDirectory = %q;
# In memory, where the server has that; but sessions, which a full memory drops.
$wgMainCacheType = extension_loaded( 'apcu' ) ? CACHE_ACCEL : CACHE_DB;
$wgSessionCacheType = CACHE_DB;
# Every run of telko logs in, and the passwords of tests need no protection: with
# MediaWiki's own cost a login takes four times as long.
$wgPasswordConfig['pbkdf2']['cost'] = '1';
$wgRateLimits = [];
$wgLocalisationCacheConf['store'] = 'array';
# A test's wiki need not survive a power cut.
foreach ( [ &$wgObjectCaches[CACHE_DB]['server'], &$wgJobTypeConf['default']['server'] ] as &$db ) {
	$db['variables']['synchronous'] = 'OFF';
}
unset( $db );
$wgDBservers = [ [
	'type' => 'sqlite', 'host' => '', 'user' => '', 'password' => '', 'dbname' => $wgDBname,
	'dbDirectory' => $wgSQLiteDataDir, 'load' => 1, 'variables' => [ 'synchronous' => 'OFF' ],
] ];
$wgJobRunRate = 0;
$wgEnableEmail = false;
$wgGroupPermissions['sysop']['deleterevision'] = true;
# The proxy of a test has a port of its own, and its links should lead back to it.
if ( isset( $_SERVER['HTTP_HOST'] ) ) { $wgServer = 'http://' . $_SERVER['HTTP_HOST']; }
# What a test configures holds for its own requests alone.
if ( isset( $_SERVER['HTTP_X_TELKO_SET'] ) && preg_match( '/^[0-9a-z]+$/', $_SERVER['HTTP_X_TELKO_SET'] ) ) {
	require %q . $_SERVER['HTTP_X_TELKO_SET'] . '.php';
}
`, s.path("cache"), s.path("set")+"/")
	return errors.Join(err, f.Close())
}

// accountsScript makes all accounts in one process: MediaWiki has a script for
// each step, and each takes as long to start as all of them together to run.
const accountsScript = `<?php
require_once %q;
class TelkoAccounts extends Maintenance {
	public function execute() {
		$services = MediaWiki\MediaWikiServices::getInstance();
		$grants = [ 'basic', 'editpage', 'createeditmovepage' ];
		foreach ( json_decode( file_get_contents( 'php://stdin' ), true ) as $a ) {
			$user = User::newFromName( $a['Name'] );
			if ( !$user->getId() ) {
				$this->good( $user->addToDatabase() );
				$this->good( $user->changeAuthenticationData(
					[ 'username' => $a['Name'], 'password' => $a['Password'], 'retype' => $a['Password'] ] ) );
			}
			foreach ( $a['Groups'] ?? [] as $group ) {
				$services->getUserGroupManager()->addUserToGroup( $user, $group );
			}
			foreach ( $a['Apps'] ?? [] as $app => $more ) {
				$bot = BotPassword::newUnsaved( [ 'user' => $user, 'appId' => $app,
					'grants' => array_merge( $grants, $more ) ] );
				$this->good( $bot->save( 'insert', $services->getPasswordFactory()->newFromPlaintext( $a['AppPassword'] ) ) );
			}
		}
		$stats = SiteStatsUpdate::factory( [ 'users' => 3 ] );
		$stats->doUpdate();
	}
	private function good( Status $status ) {
		if ( !$status->isGood() ) { $this->fatalError( $status->getMessage( false, false, 'en' )->text() ); }
	}
}
$maintClass = TelkoAccounts::class;
require_once RUN_MAINTENANCE_IF_MAIN;
`

// account is one of the accounts of every wiki.
type account struct {
	Name, Password, AppPassword string
	Groups                      []string            `json:",omitempty"`
	Apps                        map[string][]string `json:",omitempty"` // grants beyond those of all
}

// accounts makes the accounts.
func (s *Server) accounts() error {
	script := s.path("conf", "accounts.php")
	if err := os.WriteFile(script, fmt.Appendf(nil, accountsScript, filepath.Join(mediawiki, "maintenance", "Maintenance.php")), 0o600); err != nil {
		return err
	}
	list, err := json.Marshal([]account{
		{Bot, Password, botPassword, []string{"bot"}, map[string][]string{botApp: {"highvolume"}, weakApp: {}}},
		{Erika, Password, botPassword, nil, map[string][]string{botApp: {}}},
		{Otto, Password, botPassword, nil, nil},
	})
	if err != nil {
		return err
	}
	_, err = s.maintain(script, list)
	return err
}

// maintain runs a maintenance script with stdin and returns what it prints.
func (s *Server) maintain(script string, stdin []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("php", append([]string{script}, args...)...)
	cmd.Stdin = bytes.NewReader(stdin)
	if filepath.Base(script) != "install.php" {
		cmd.Env = s.env()
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s (installed? %s)", filepath.Base(script), err, strings.TrimSpace(string(out)), APT)
	}
	return out, nil
}

// script runs a maintenance script of our own, whose %q is where MediaWiki's
// class for them is, and returns the JSON that it prints behind a last "=" at a
// line's start.
func (s *Server) script(php string, stdin []byte) ([]byte, error) {
	name := s.path("conf", "script-"+random()+".php")
	if err := os.WriteFile(name, fmt.Appendf(nil, php, filepath.Join(mediawiki, "maintenance", "Maintenance.php")), 0o600); err != nil {
		return nil, err
	}
	defer os.Remove(name)
	out, err := s.maintain(name, stdin)
	if err != nil {
		return nil, err
	}
	at := bytes.LastIndex(append([]byte{'\n'}, out...), []byte("\n="))
	if at < 0 {
		return nil, fmt.Errorf("a script of ours: %s", out)
	}
	return out[at+1:], nil
}
