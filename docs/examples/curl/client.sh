#!/bin/sh
# A partner's client in XML, with curl, openssl and xmlsec1: signs, sends, checks the receipt, takes what waits in the mailbox.
#
#   sh client.sh HUB KEYS PARTY test FILE      FILE is a message in XML without signature; every check runs, nothing is stored
#   sh client.sh HUB KEYS PARTY send FILE      FILE is a message in XML without signature
#   sh client.sh HUB KEYS PARTY pull FOLDER    each message is stored in FOLDER before its receipt is signed
#
# KEYS is a folder with ca.cert.pem, hub.sign.cert.pem, PARTY.tls.cert.pem, PARTY.tls.key.pem, PARTY.sign.cert.pem, PARTY.sign.key.pem; keys are P-256.
set -eu
hub=$1 keys=$2 party=$3 act=$4 target=$5
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
PROPERTIES=http://uri.etsi.org/01903/v1.3.2#:SignedProperties

call() { curl -sS --fail-with-body --cacert "$keys/ca.cert.pem" --cert "$keys/$party.tls.cert.pem" --key "$keys/$party.tls.key.pem" "$@"; }
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
sha256() { openssl dgst -sha256 -r "$1" | cut -d' ' -f1; }
# The text of the first element of this name.
text() { grep -o "<$2>[^<]*" "$1" | head -n 1 | cut -d'>' -f2; }
uuid() { openssl rand -hex 16 | sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)\(.\{12\}\)$/\1-\2-4\3-8\4-\5/'; }

# The signed document: a template as last child of its root ($2), which xmlsec1 fills with digests and signature.
signed() {
  digest=$(openssl x509 -in "$keys/$party.sign.cert.pem" -outform DER | openssl dgst -sha256 -binary | openssl base64 -A)
  {
    sed '$!b
s/<\/'"$2"'>[[:space:]]*$//' "$1"
    cat <<END
<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="sig"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/><Reference Id="doc" URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue></DigestValue></Reference><Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#props"><Transforms><Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue></DigestValue></Reference></SignedInfo><SignatureValue></SignatureValue><KeyInfo><X509Data><X509Certificate></X509Certificate></X509Data></KeyInfo><Object><QualifyingProperties xmlns="http://uri.etsi.org/01903/v1.3.2#" Target="#sig"><SignedProperties Id="props"><SignedSignatureProperties><SigningTime>$(now)</SigningTime><SigningCertificateV2><Cert><CertDigest><DigestMethod xmlns="http://www.w3.org/2000/09/xmldsig#" Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue xmlns="http://www.w3.org/2000/09/xmldsig#">$digest</DigestValue></CertDigest></Cert></SigningCertificateV2></SignedSignatureProperties><SignedDataObjectProperties><DataObjectFormat ObjectReference="#doc"><MimeType>application/xml</MimeType></DataObjectFormat></SignedDataObjectProperties></SignedProperties></QualifyingProperties></Object></Signature></$2>
END
  } > "$work/template.xml"
  xmlsec1 --sign --enabled-key-data x509,ec --id-attr:Id "$PROPERTIES" --privkey-pem "$keys/$party.sign.key.pem,$keys/$party.sign.cert.pem" "$work/template.xml"
}

# Ends unless the hub, and nobody else, has signed this document.
verify_hub() {
  grep -q "<X509Certificate>$(openssl x509 -in "$keys/hub.sign.cert.pem" -outform DER | openssl base64 -A)</X509Certificate>" "$1"
  xmlsec1 --verify --enabled-key-data x509,ec --id-attr:Id "$PROPERTIES" --trusted-pem "$keys/ca.cert.pem" "$1" > "$work/verdict" 2>&1
}

# The report is JSON with a signature in the header JWS-Signature; the exit code is the verdict.
test_alone() {
  signed "$1" Message > "$work/message.xml"
  call -H 'Content-Type: application/xml' --data-binary "@$work/message.xml" "$hub/v1/test" > "$work/report.json" || { cat "$work/report.json" >&2; exit 1; }
  cat "$work/report.json"
  grep -q '"accepted":true' "$work/report.json"
}

send() {
  signed "$1" Message > "$work/message.xml"
  call -H 'Content-Type: application/xml' --data-binary "@$work/message.xml" "$hub/v1/messages" > "$work/receipt.xml" || { cat "$work/receipt.xml" >&2; exit 1; }
  verify_hub "$work/receipt.xml"
  [ "$(text "$work/receipt.xml" Digest)" = "$(sha256 "$work/message.xml")" ]
  echo "accepted $(text "$work/receipt.xml" MessageId)"
}

pull() {
  call "$hub/v1/mailbox?wait=10" | grep -o '"deliveryId":"[^"]*' | cut -d'"' -f4 > "$work/waiting"
  while read -r delivery; do
    call -X POST "$hub/v1/mailbox/$delivery/lease" > "$work/delivery.xml"
    verify_hub "$work/delivery.xml"
    id=$(text "$work/delivery.xml" MessageId)
    cp "$work/delivery.xml" "$1/$id.xml"
    cat > "$work/statement.xml" <<END
<Receipt xmlns="urn:korpu:message:1"><ReceiptId>$(uuid)</ReceiptId><MessageId>$id</MessageId><ConversationId>$(text "$work/delivery.xml" ConversationId)</ConversationId><DeliveryId>$delivery</DeliveryId><Digest>$(sha256 "$work/delivery.xml")</Digest><Event>ContentHandover</Event><At>$(now)</At><By>$party</By></Receipt>
END
    signed "$work/statement.xml" Receipt > "$work/receipt.xml"
    call -H 'Content-Type: application/xml' --data-binary "@$work/receipt.xml" "$hub/v1/receipts"
    echo "taken $id"
  done < "$work/waiting"
}

case $act in test) test_alone "$target" ;; *) "$act" "$target" ;; esac
