#include "core/environment/keys/DriversCheck.h"

#include "core/base/ErrorSentence.h"
#include "core/base/platform/InstalledDrivers.h"
#include "core/base/platform/LibraryFile.h"
#include "core/environment/keys/CertificatesInQuestion.h"
#include "core/environment/keys/DriverConflicts.h"
#include "core/environment/keys/SkfLibraries.h"
#include "core/key/pkcs11/DriverHost.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using platform::LibraryFormat;

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

/// Whether UKeys can be used at all on this computer. Where they can, a driver that cannot is no more than a warning.
enum class OtherDrivers { NoneWorks, OneWorks };

Finding unusable(OtherDrivers others, const char* code, QString found)
{
    auto finding = others == OtherDrivers::NoneWorks ? failed(code, std::move(found)) : warning(code, std::move(found));
    return std::move(finding).means(Words::tr("UKeys that need this driver cannot be used."));
}

QString reinstall() { return Words::tr("Install the driver again from the certificate authority's website."); }

/// What the file itself says about a driver that could not be loaded; nothing where it looks as it should.
std::optional<Finding> faultOfFile(OtherDrivers others, const QString& path)
{
    const auto program = key::formatOfHostFor(path);
    const auto file = platform::libraryFormatOf(path);
    if (!file)
        return unusable(others, "not-a-library", Words::tr("The driver file {driver} is no program library at all."))
            .todo(reinstall());
    if (file->extent == LibraryFormat::Extent::CutOff)
        return unusable(others, "damaged", Words::tr("The driver file {driver} is damaged: its end is missing."))
            .todo(reinstall());
    if (platform::isForSameMachine(*file, program))
        return {};
    return unusable(others, "other-machine",
        Words::tr("The driver {driver} was built for {bits}-bit programs on {machine}; this program has {neededBits} "
                  "bits and runs on {neededMachine}."))
        .todo(Words::tr("Install the {neededBits}-bit driver of your UKey from the certificate authority's website."),
            RemedyAction::AddDriver)
        .with({ u"bits"_s, file->bits })
        .with({ u"machine"_s, file->machineName() })
        .with({ u"neededBits"_s, program.bits })
        .with({ u"neededMachine"_s, program.machineName() });
}

Finding notLoaded(OtherDrivers others)
{
    return unusable(others, "does-not-load",
        Words::tr("The driver {driver} does not start, or is no driver of the kind that this program uses (PKCS#11)."))
        .todo(reinstall(), RemedyAction::AddDriver);
}

Finding crashes(OtherDrivers others)
{
    return unusable(others, "crashes", Words::tr("The driver {driver} crashes when it is asked for its UKeys."))
        .todo(reinstall());
}

Finding hangs(OtherDrivers others)
{
    return unusable(others, "hangs", Words::tr("The driver {driver} does not answer when it is asked for its UKeys."))
        .todo(Words::tr("Pull all UKeys out, put yours in again and run this check once more; if that does not help, "
                        "install the driver again."));
}

Finding problemOf(const DriverAnswer& answer, OtherDrivers others)
{
    const auto& error = answer.tokens.error();
    switch (error.code) {
    case ErrorCode::ModuleNotFound:
        return unusable(others, "missing", Words::tr("The driver file {driver} is not where it should be."))
            .todo(reinstall(), RemedyAction::AddDriver);
    case ErrorCode::ModuleUnusable:
        return faultOfFile(others, answer.module).value_or(notLoaded(others));
    case ErrorCode::DriverCrashed: // the system's loader itself does where the file's end is missing
        return faultOfFile(others, answer.module).value_or(crashes(others));
    case ErrorCode::DriverNotResponding:
        return hangs(others);
    case ErrorCode::Cancelled:
        return couldNotTell("interrupted", Words::tr("The driver {driver} was not asked to the end."));
    default:
        return (error.code == ErrorCode::TokenFailed
                ? warning("reports-fault", Words::tr("The driver {driver} loads, but reports a fault of its UKey."))
                : couldNotTell("not-asked", Words::tr("The driver {driver} could not be asked.")))
            .means(errorSentence(error).happened)
            .todo(errorSentence(error).todo);
    }
}

Finding judged(const DriverAnswer& answer, OtherDrivers others)
{
    auto finding = answer.tokens ? passed("works", Words::tr("The driver {driver} works.")) : problemOf(answer, others);
    return aboutDriver(std::move(finding), answer.module);
}

Finding aboutBoth(Finding finding, const QString& first, const QString& second)
{
    return aboutDriver(std::move(finding), first)
        .with({ u"otherDriver"_s, QFileInfo(second).fileName() })
        .with({ u"otherDriverPath"_s, second, Privacy::Personal });
}

Finding conflict(const SharedToken& shared)
{
    auto finding = warning("conflict", Words::tr("Two drivers show the same UKey: {driver} and {otherDriver}."))
                       .means(Words::tr("Each key is offered twice, and the two may disturb each other while signing."))
                       .todo(Words::tr("Remove the driver that your certificate authority does not name."));
    return aboutBoth(std::move(finding), shared.firstModule, shared.secondModule)
        .with({ u"token"_s, shared.label, Privacy::Personal });
}

Finding conflict(const TwoVersions& versions)
{
    auto finding = warning(
        "several-versions", Words::tr("The same driver is installed in two versions: {driver} and {otherDriver}."))
                       .means(Words::tr("Which of them speaks to the UKey is chance; an old one may not know it."))
                       .todo(Words::tr("Remove the older one."));
    return aboutBoth(std::move(finding), versions.firstModule, versions.secondModule);
}

QStringList loaded(const std::vector<DriverAnswer>& answers)
{
    QStringList modules;
    for (const auto& answer : answers)
        if (answer.tokens)
            modules.append(answer.module);
    return modules;
}

Finding skfOnly(const QStringList& libraries)
{
    QStringList names;
    for (const auto& library : libraries)
        names.append(QFileInfo(library).fileName());
    return notApplicable(
        "skf-only", Words::tr("There are only drivers of the kind SKF, which this program does not use yet: {skf}."))
        .todo(Words::tr("To sign with a UKey, install its driver of the kind PKCS#11."), RemedyAction::AddDriver)
        .with({ u"skf"_s, QJsonArray::fromStringList(names) });
}

/// Where only 64-bit programs of ours are installed, whoever installed nothing but a 32-bit driver wonders.
std::optional<QString> driverForOtherPrograms()
{
    for (const auto& driver : platform::registeredDrivers())
        if (driver.kind == platform::RegisteredDriver::Kind::CryptoProvider && !key::isForAHost(driver.path)
            && platform::namesFunction(driver.path, "C_GetFunctionList"))
            return driver.path;
    return {};
}

Finding withoutDrivers(const QStringList& skf)
{
    if (const auto other = driverForOtherPrograms()) {
        auto finding = faultOfFile(OtherDrivers::OneWorks, *other).value_or(notLoaded(OtherDrivers::OneWorks));
        return aboutDriver(std::move(finding), *other);
    }
    if (!skf.isEmpty())
        return skfOnly(skf);
    return notApplicable("none", Words::tr("No driver of a UKey is installed. Signing with a phone needs none."))
        .todo(Words::tr("To sign with a UKey, install its driver."), RemedyAction::AddDriver);
}

} // namespace

DriversCheck::DriversCheck(std::shared_ptr<TokenSurvey> survey, QStringList skfFolders)
    : m_survey(std::move(survey))
    , m_skfFolders(std::move(skfFolders))
{
}

CheckTraits DriversCheck::traits() const
{
    return { "ukey-drivers", Group::Keys, Cost::Slow, Isolation::ThisProcess, std::chrono::seconds(8) };
}

QString DriversCheck::title() const { return Words::tr("Drivers of UKeys"); }

Finding DriversCheck::measure(const Situation& situation, const Policy&, const std::stop_token& stop)
{
    const auto skf = skfLibrariesIn(m_skfFolders);
    const auto& answers = m_survey->answers(situation, stop);
    if (answers.empty())
        return withoutDrivers(skf);

    const auto working = loaded(answers);
    std::vector<Finding> parts;
    for (const auto& answer : answers)
        parts.push_back(judged(answer, working.isEmpty() ? OtherDrivers::NoneWorks : OtherDrivers::OneWorks));
    for (const auto& shared : sharedTokens(answers))
        parts.push_back(conflict(shared));
    for (const auto& versions : severalVersions(working))
        parts.push_back(conflict(versions));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
