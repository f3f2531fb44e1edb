#include "tests/support/OpensslAuthority.h"

#include "tests/support/ForeignTools.h"

#include <QRegularExpression>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace bidseal::test {

using demonstration::MintedKey;

namespace {

QString configuration(const QString& folder)
{
    return QString::fromLatin1(R"([ca]
default_ca = authority
[authority]
dir = %1
database = $dir/index.txt
serial = $dir/serial
crlnumber = $dir/crlnumber
new_certs_dir = $dir
certificate = $dir/ca.pem
private_key = $dir/ca.key
default_md = sha256
default_days = 365
default_crl_days = 7
unique_subject = no
policy = anything
[anything]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
CN = unused
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
)")
        .arg(folder);
}

QByteArray derOf(const QString& pemFile) { return QSslCertificate(testing::readFile(pemFile), QSsl::Pem).toDer(); }

} // namespace

OpensslAuthority::OpensslAuthority(const QString& name)
{
    write(u"openssl.cnf"_s, configuration(testing::ForeignProcess::pathFor(m_folder.path())).toUtf8());
    write(u"index.txt"_s, {});
    write(u"serial"_s, "1000\n");
    write(u"crlnumber"_s, "01\n");
    openssl({ u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
        u"-keyout"_s, path(u"ca.key"_s), u"-out"_s, path(u"ca.pem"_s), u"-subj"_s, u"/CN="_s + name, u"-days"_s,
        u"3650"_s, u"-extensions"_s, u"root"_s, u"-config"_s, path(u"openssl.cnf"_s) });
}

bool OpensslAuthority::isInstalled() { return testing::isInstalled(u"openssl"_s); }

MintedKey OpensslAuthority::issue(const QString& commonName, const QStringList& extensions)
{
    const auto name = u"issued%1"_s.arg(++m_issued);
    write(name + u".ext"_s,
        (u"[issued]\nbasicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\n"_s + extensions.join(u'\n')
            + u'\n')
            .toUtf8());
    openssl({ u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
        u"-keyout"_s, path(name + u".key"_s), u"-out"_s, path(name + u".csr"_s), u"-subj"_s, u"/CN="_s + commonName,
        u"-config"_s, path(u"openssl.cnf"_s) });
    openssl(
        { u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, path(u"openssl.cnf"_s), u"-in"_s, path(name + u".csr"_s),
            u"-out"_s, path(name + u".pem"_s), u"-extfile"_s, path(name + u".ext"_s), u"-extensions"_s, u"issued"_s });
    openssl({ u"pkcs8"_s, u"-topk8"_s, u"-nocrypt"_s, u"-in"_s, path(name + u".key"_s), u"-outform"_s, u"DER"_s,
        u"-out"_s, path(name + u".p8"_s) });
    return { derOf(path(name + u".pem"_s)), testing::readFile(path(name + u".p8"_s)), { certificate() } };
}

MintedKey OpensslAuthority::renew(const MintedKey& key, const QDateTime& from, const QDateTime& until)
{
    const auto time = [](const QDateTime& utc) { return utc.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s); };
    write(u"renewed.key"_s, demonstration::privateKeyPem(key.privateKey));
    write(u"renewed.ext"_s, "[issued]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n");
    openssl({ u"req"_s, u"-new"_s, u"-key"_s, path(u"renewed.key"_s), u"-out"_s, path(u"renewed.csr"_s), u"-subj"_s,
        u"/CN=Sample Company"_s, u"-config"_s, path(u"openssl.cnf"_s) });
    openssl({ u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, path(u"openssl.cnf"_s), u"-in"_s,
        path(u"renewed.csr"_s), u"-out"_s, path(u"renewed.pem"_s), u"-extfile"_s, path(u"renewed.ext"_s),
        u"-extensions"_s, u"issued"_s, u"-startdate"_s, time(from), u"-enddate"_s, time(until) });
    return { derOf(path(u"renewed.pem"_s)), key.privateKey, { certificate() } };
}

MintedKey OpensslAuthority::issueBy(const MintedKey& issuer, const QString& commonName)
{
    write(u"issuer.pem"_s, demonstration::certificatePem(issuer.certificate));
    write(u"issuer.key"_s, demonstration::privateKeyPem(issuer.privateKey));
    openssl({ u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
        u"-keyout"_s, path(u"forged.key"_s), u"-out"_s, path(u"forged.csr"_s), u"-subj"_s, u"/CN="_s + commonName,
        u"-config"_s, path(u"openssl.cnf"_s) });
    openssl({ u"x509"_s, u"-req"_s, u"-in"_s, path(u"forged.csr"_s), u"-CA"_s, path(u"issuer.pem"_s), u"-CAkey"_s,
        path(u"issuer.key"_s), u"-CAcreateserial"_s, u"-days"_s, u"30"_s, u"-out"_s, path(u"forged.pem"_s) });
    openssl({ u"pkcs8"_s, u"-topk8"_s, u"-nocrypt"_s, u"-in"_s, path(u"forged.key"_s), u"-outform"_s, u"DER"_s,
        u"-out"_s, path(u"forged.p8"_s) });
    return { derOf(path(u"forged.pem"_s)), testing::readFile(path(u"forged.p8"_s)), { issuer.certificate } };
}

void OpensslAuthority::revoke(const MintedKey& key, const QString& reason)
{
    write(u"revoked.pem"_s, demonstration::certificatePem(key.certificate));
    openssl({ u"ca"_s, u"-config"_s, path(u"openssl.cnf"_s), u"-revoke"_s, path(u"revoked.pem"_s), u"-crl_reason"_s,
        reason });
}

QByteArray OpensslAuthority::list(int days)
{
    openssl({ u"ca"_s, u"-config"_s, path(u"openssl.cnf"_s), u"-gencrl"_s, u"-crldays"_s, QString::number(days),
        u"-out"_s, path(u"list.pem"_s) });
    openssl({ u"crl"_s, u"-in"_s, path(u"list.pem"_s), u"-outform"_s, u"DER"_s, u"-out"_s, path(u"list.crl"_s) });
    return testing::readFile(path(u"list.crl"_s));
}

QByteArray OpensslAuthority::answer(const QByteArray& request, const MintedKey* signer, const QStringList& options)
{
    write(u"request.der"_s, request);
    auto certificate = certificateFile();
    auto key = path(u"ca.key"_s);
    if (signer) {
        certificate = path(u"signer.pem"_s);
        key = path(u"signer.key"_s);
        write(u"signer.pem"_s, demonstration::certificatePem(signer->certificate));
        write(u"signer.key"_s, demonstration::privateKeyPem(signer->privateKey));
    }
    openssl(
        QStringList { u"ocsp"_s, u"-index"_s, path(u"index.txt"_s), u"-CA"_s, certificateFile(), u"-rsigner"_s,
            certificate, u"-rkey"_s, key, u"-reqin"_s, path(u"request.der"_s), u"-respout"_s, path(u"answer.der"_s) }
        + options);
    return testing::readFile(path(u"answer.der"_s));
}

QUrl OpensslAuthority::startResponder()
{
    // It says which port it was given. Nobody may try whether it listens: it waits for ever for what a connection that
    // was closed again would have asked.
    m_responder.setErrors(testing::ForeignProcess::Errors::WithOutput);
    m_responder.start(u"openssl"_s,
        { u"ocsp"_s, u"-index"_s, path(u"index.txt"_s), u"-CA"_s, certificateFile(), u"-rsigner"_s, certificateFile(),
            u"-rkey"_s, path(u"ca.key"_s), u"-port"_s, u"0"_s, u"-nmin"_s, u"5"_s });
    static const QRegularExpression accepts(u"ACCEPT \\S*:(\\d+) "_s);
    QString said;
    while (!accepts.match(said).hasMatch() && m_responder.waitForOutput(10'000))
        said += QString::fromUtf8(m_responder.takeOutput());
    if (!accepts.match(said).hasMatch())
        qFatal("openssl does not answer: %s", qPrintable(said));
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(accepts.match(said).captured(1)));
}

QByteArray OpensslAuthority::certificate() const { return derOf(certificateFile()); }

QString OpensslAuthority::certificateFile() const { return path(u"ca.pem"_s); }

void OpensslAuthority::openssl(const QStringList& arguments) const
{
    const auto run = testing::runTool(u"openssl"_s, arguments);
    if (run.exitCode != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), qPrintable(run.output));
}

void OpensslAuthority::write(const QString& name, const QByteArray& content) const
{
    if (!testing::writeFile(path(name), content))
        qFatal("%s cannot be written", qPrintable(name));
}

} // namespace bidseal::test
