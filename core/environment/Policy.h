#pragma once

#include "core/environment/Situation.h"

#include <QDate>
#include <QMap>

#include <array>

namespace bidseal::environment {

/// What a failed check means for signing.
enum class Requirement {
    Off, ///< not run at all; only an administrator's policy can say so
    Advisory, ///< told, never in the way
    MustPass, ///< nobody signs while it fails
};
/// What a must-pass check that could not tell means. Never that it passed.
enum class WhenUnknown { Ask, Block };

/// What a certificate means that a seal was not enrolled with.
enum class AnotherHoldersSeal {
    Ask, ///< a person may say that it shall sign all the same, and the journal keeps that
    Refuse,
};

struct CheckRule {
    Requirement requirement = Requirement::Advisory;
    WhenUnknown whenUnknown = WhenUnknown::Ask;

    friend bool operator==(const CheckRule&, const CheckRule&) = default;
};

/// Limits by their names in a policy file; the unit is in the name.
struct Thresholds {
    int clockWarningSeconds = 0;
    int clockFailureSeconds = 0;
    int spaceFactor = 0; ///< times the documents' size
    int spaceReserveMegabytes = 0;
    int certificateNoticeDays = 0;
    int certificateWarningDays = 0;
    int certificateUrgentDays = 0;
    int latencyWarningMilliseconds = 0;

    friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

/// Which of two values asks for more.
enum class Stricter { Lower, Higher };
struct ThresholdName {
    const char* name;
    int Thresholds::*value;
    Stricter stricter;
};
[[nodiscard]] const std::array<ThresholdName, 8>& thresholdNames();

/// An operating system that its maker still mends.
struct SupportedSystem {
    QString id; ///< "debian", as os-release says; "windows"
    QString version; ///< "12"; Windows: the build, "19045"
    QDate until; ///< the last day
    QString name; ///< "Debian 12 (bookworm, LTS)"
};

/// The oldest package of a crypto library that has no known hole.
struct LibraryMinimum {
    QString system, version; ///< as above; empty: any
    QString package; ///< "libssl3"; empty: the library's own version, where no package manager knows it
    QString atLeast; ///< in the package manager's own order
};

/// Where a part of the policy came from, for the report.
struct PolicySource {
    enum class State { InForce, NotAdministrators, Unreadable };
    QString path; ///< empty: what comes with the program
    State state = State::InForce;
    QString problem; ///< of an unreadable one: English, with its line
};

/// What is required of a computer before somebody signs on it. What comes with the program is
/// core/environment/policy.json, with a reason for each line.
struct Policy {
    QMap<QString, CheckRule> rules; ///< by check id; the others are advisory
    Thresholds thresholds;
    AnotherHoldersSeal sealOfAnotherHolder = AnotherHoldersSeal::Refuse;
    std::vector<Server> servers; ///< of the operator: time sources, timestamp authority, revocation
    QStringList trustedRoots; ///< PEM files
    QUrl newestVersion; ///< a JSON file that names the newest version; empty: nobody is asked
    std::vector<SupportedSystem> supportedSystems;
    std::vector<LibraryMinimum> libraries;
    std::vector<PolicySource> sources;

    [[nodiscard]] CheckRule ruleFor(const QString& checkId) const;
    [[nodiscard]] QJsonObject toJson() const; ///< as a policy file; without the sources
};

} // namespace bidseal::environment
