package wikitest

import (
	"encoding/json"
	"path/filepath"
)

// abuseFilterScript makes the tables of the extension, unless they are there,
// and a filter in them.
const abuseFilterScript = `<?php
require_once %q;
class TelkoAbuseFilter extends Maintenance {
	public function execute() {
		$in = json_decode( file_get_contents( 'php://stdin' ), true );
		$db = $this->getDB( DB_PRIMARY );
		if ( !$db->tableExists( 'abuse_filter', __METHOD__ ) ) { $db->sourceFile( $in['Tables'] ); }
		$db->insert( 'abuse_filter', [ 'af_pattern' => $in['Pattern'], 'af_user' => 1, 'af_user_text' => 'Admin',
			'af_timestamp' => $db->timestamp(), 'af_enabled' => 1, 'af_comments' => '', 'af_public_comments' => $in['Name'],
			'af_actions' => $in['Does'] ], __METHOD__ );
		$db->insert( 'abuse_filter_action', [ 'afa_filter' => $db->insertId(), 'afa_consequence' => $in['Does'],
			'afa_parameters' => '' ], __METHOD__ );
		echo "\n=[]";
	}
}
$maintClass = TelkoAbuseFilter::class;
require_once RUN_MAINTENANCE_IF_MAIN;
`

// AbuseFilter has the extension of that name do something ("disallow", "warn")
// about the edits of this test that a condition in its own language holds for,
// such as new_wikitext contains "teuer". It comes beside what Configure set.
func (w *Wiki) AbuseFilter(name, condition, does string) {
	w.t.Helper()
	in, err := json.Marshal(map[string]string{
		"Name": name, "Does": does,
		"Pattern": "page_prefixedtitle contains '" + w.Prefix + "' & (" + condition + ")",
		"Tables":  filepath.Join(mediawiki, "extensions", "AbuseFilter", "db_patches", "sqlite", "tables-generated.sql"),
	})
	if err == nil {
		_, err = w.server.script(abuseFilterScript, in)
	}
	if err != nil {
		w.t.Fatalf("wikitest: %v", err)
	}
	w.Configure(w.configured + "\nwfLoadExtension( 'AbuseFilter' );")
}
